package io.quantedge.evaluator.http;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The title page of the API's description, and the answer that all refusals share. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Quant Edge Exchange: evaluator",
            version = "1",
            description =
                "How auctions stand and how they were decided. Any instance answers for every"
                    + " slot. Bids are sealed: before the close nobody is shown an amount, after it"
                    + " each viewer is shown what concerns it.",
            license = @License(name = "Apache-2.0")),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "key",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    description =
                        "An account's or an operator's access key. Without one, what everybody may"
                            + " see is shown."),
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
                                    name = "still open",
                                    value =
                                        """
                                        {"type": "https://quantedge.io/problems/slot-still-open",
                                         "title": "The slot is still open", "status": 409,
                                         "detail": "slot 'homepage-top' has no outcome before its\
                                         close marker is read",
                                         "code": "SLOT_STILL_OPEN",
                                         "instance": "/v1/slots/homepage-top/outcome"}\
                                        """)))))
public class EvaluatorApi extends Application {}
