package io.quantedge.settlement.http;

import io.quantedge.dsql.Dsql;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows which endpoint of the truth store is in use, and what past failovers took. */
@Path("/v1/truth-store")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "truth store")
public class TruthStoreResource {
  private final Dsql dsql;

  TruthStoreResource(Dsql dsql) {
    this.dsql = dsql;
  }

  @GET
  @Operation(
      summary = "Show the endpoints and the last failovers",
      description =
          "From the memory of this process; the store is not asked. Detection, switch and first"
              + " success are measured apart, in milliseconds.")
  @APIResponse(
      responseCode = "200",
      description = "Endpoints in their order, failovers oldest first",
      content =
          @Content(
              schema = @Schema(implementation = TruthStoreView.class),
              examples = @ExampleObject(name = "after a failover", value = EXAMPLE)))
  @APIResponse(responseCode = "500", ref = "Problem")
  public TruthStoreView show() {
    return TruthStoreView.of(dsql);
  }

  private static final String EXAMPLE =
      """
      {
        "endpoints": [
          {"region": "us-east-1", "state": "OPEN", "since": "2026-03-01T10:05:02.104Z", "inUse": false},
          {"region": "eu-west-1", "state": "CLOSED", "since": "2026-03-01T09:00:00Z", "inUse": true}
        ],
        "failovers": [
          {
            "id": 1, "from": "us-east-1", "to": "eu-west-1",
            "cause": "no answer to COMMIT within 5000 ms",
            "detectionMillis": 5014, "switchMillis": 38, "firstSuccessMillis": 61,
            "openedAt": "2026-03-01T10:05:02.104Z"
          }
        ]
      }
      """;
}
