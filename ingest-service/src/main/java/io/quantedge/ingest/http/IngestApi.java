package io.quantedge.ingest.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The title page of the API's description, and the answer that all refusals share. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Quant Edge Exchange: intake",
            version = "1",
            description = "Open slots and place bids. What is acknowledged is durable.",
            license = @License(name = "Apache-2.0")),
    components =
        @Components(
            responses =
                @APIResponse(
                    name = "Problem",
                    description = "Refused; the code says why (RFC 9457)",
                    content =
                        @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                @ExampleObject(
                                    name = "below the floor",
                                    value =
                                        """
                                        {"type": "https://quantedge.io/problems/below-floor",
                                         "title": "The bid is below the floor", "status": 422,
                                         "detail": "the bid of 0.5000 USD is below the slot's \
                                        floor of 1.0000 USD",
                                         "code": "BELOW_FLOOR",
                                         "instance": "/v1/slots/front-page/bids"}\
                                        """)))))
public class IngestApi extends Application {}
