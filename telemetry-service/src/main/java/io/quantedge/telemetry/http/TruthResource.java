package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.TruthGateway;
import io.quantedge.telemetry.application.TruthPath;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Committed truth, for those who can reach telemetry alone: the page above all. */
@Path("/v1/truth")
class TruthResource {
  private final TruthGateway truth;

  TruthResource(TruthGateway truth) {
    this.truth = truth;
  }

  @GET
  @Path("{path:.+}")
  @Operation(
      summary = "Asks settlement-service, for reading only",
      description =
          "Takes accounts, accounts/{id}, accounts/{id}/statement, settlements, ledger,"
              + " reconciliation, slots/{id}, slots/{id}/settlement and slots/{id}/ledger, with the"
              + " query parameters that settlement-service knows. Answers and problems are its own.")
  @APIResponse(responseCode = "200", description = "What settlement-service answers")
  @APIResponse(responseCode = "404", description = "A problem: not there, or not passed on")
  @APIResponse(responseCode = "502", description = "A problem: the answer cannot be passed on")
  @APIResponse(responseCode = "503", description = "A problem: settlement-service is away")
  public Uni<Response> ask(
      @Parameter(example = "accounts") @Encoded @PathParam("path") String path, UriInfo uri) {
    TruthPath asked = TruthPath.of(path).orElseThrow(NotFoundException::new);
    Optional<String> query = Optional.ofNullable(uri.getRequestUri().getRawQuery());
    return truth.ask(asked, query).map(TruthResource::passedOn);
  }

  private static Response passedOn(TruthGateway.Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.valueOf(answer.mediaType()))
            .entity(answer.body());
    answer.retryAfter().ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, after));
    return response.build();
  }
}
