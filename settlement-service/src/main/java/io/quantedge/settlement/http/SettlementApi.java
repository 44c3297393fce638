package io.quantedge.settlement.http;

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
            title = "Quant Edge Exchange: settlement",
            version = "1",
            description =
                "Accounts, settlements and the ledger. What is answered is committed. Amounts are"
                    + " exact, as text with four decimals. Lists come in pages: hand back 'next'"
                    + " as 'after' until there is none.",
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
                                    name = "unknown account",
                                    value =
                                        """
                                        {"type": "https://quantedge.io/problems/unknown-account",
                                         "title": "There is no such account", "status": 404,
                                         "detail": "there is no account acme; \
                                        PUT /v1/accounts/acme defines it",
                                         "code": "UNKNOWN_ACCOUNT",
                                         "instance": "/v1/accounts/acme"}\
                                        """)))))
public class SettlementApi extends Application {}
