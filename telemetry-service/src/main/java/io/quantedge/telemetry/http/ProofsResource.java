package io.quantedge.telemetry.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofRunStore;
import io.quantedge.telemetry.application.proof.Proofs;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proofs of the guarantees, run when somebody asks, with the guard and without. */
@Path("/v1/proofs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "proofs")
class ProofsResource {
  private static final int DEFAULT_LIMIT = 10;

  /** A run can be half a megabyte. */
  private static final int MAX_LIMIT = 20;

  private static final int FULL_RETRY_SECONDS = 10;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final ObjectReader BODY = Json.mapper().readerFor(Body.class);

  private final Proofs proofs;

  ProofsResource(Proofs proofs) {
    this.proofs = proofs;
  }

  /**
   * What a run is asked for with. Each parameter has its default if it is absent, and the seed is
   * drawn.
   */
  record Body(Optional<Long> workers, Optional<Long> accounts, Optional<Long> seed) {
    Map<String, Long> parameters() {
      Map<String, Long> given = new LinkedHashMap<>();
      workers.ifPresent(value -> given.put("workers", value));
      accounts.ifPresent(value -> given.put("accounts", value));
      seed.ifPresent(value -> given.put("seed", value));
      return given;
    }
  }

  @GET
  @Operation(summary = "The proofs that there are, and whether they can be run now")
  public Uni<ProofsView> board() {
    return proofs.board().map(ProofsView::of);
  }

  @POST
  @Path("/{kind}/runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Has a proof run: 202, it waits for its turn",
      description =
          "One run at a time; of each kind some may wait, then the answer is 429 QUEUE_FULL. 409"
              + " PROOF_UNAVAILABLE says why it cannot be run. Look at runs/{runId} for the result.")
  @APIResponse(
      responseCode = "202",
      description = "It waits",
      content = @Content(schema = @Schema(implementation = ProofRunView.class)))
  public Uni<Response> request(
      @PathParam("kind") String kind, @RequestBodySchema(Body.class) byte[] body, UriInfo uri) {
    ProofName name = kind(Optional.of(kind)).orElseThrow();
    Body sent = JsonBody.read(BODY, body);
    return proofs
        .request(name, sent.parameters())
        .onFailure(IllegalArgumentException.class)
        .transform(failure -> new InvalidRequestException(String.valueOf(failure.getMessage())))
        .map(requested ->
            switch (requested) {
              case Proofs.Requested.Accepted accepted ->
                  Response.accepted(ProofRunView.of(accepted.run())).build();
              case Proofs.Requested.Unavailable refused ->
                  Problem.of(
                          Response.Status.CONFLICT,
                          "PROOF_UNAVAILABLE",
                          "This proof cannot be run now: " + refused.whyNot(),
                          uri)
                      .response();
              case Proofs.Requested.Full full -> full(full.queued(), uri);
            });
  }

  private static Response full(long queued, UriInfo uri) {
    return Problem.of(
            Response.Status.fromStatusCode(TOO_MANY_REQUESTS),
            "QUEUE_FULL",
            queued + " runs of this proof wait already. Ask again when one has ended.",
            uri)
        .builder()
        .header(HttpHeaders.RETRY_AFTER, FULL_RETRY_SECONDS)
        .build();
  }

  @GET
  @Path("/runs")
  @Operation(
      summary = "Runs, newest request first",
      description =
          "What waits or runs is known to this process alone and forgotten when it ends; what has"
              + " ended is kept.")
  public Uni<ProofRunView.Page> list(
      @QueryParam("kind") Optional<String> kind,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") Optional<String> limit) {
    int size = QueryInputs.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    ProofRunStore.Query query =
        new ProofRunStore.Query(
            kind(kind),
            QueryInputs.after(after, ProofRunView.Page.LIST)
                .map(key -> new ProofRunStore.Key(key.at(), key.id())),
            size + 1);
    return proofs.list(query).map(runs -> ProofRunView.Page.of(runs, size));
  }

  @GET
  @Path("/runs/{runId}")
  @Operation(summary = "A run, and what it measured so far")
  @APIResponse(
      responseCode = "200",
      description = "The run",
      content = @Content(schema = @Schema(implementation = ProofRunView.class)))
  public Uni<Response> find(@PathParam("runId") String runId, UriInfo uri) {
    UUID id = QueryInputs.uuid(runId, "runId");
    return proofs
        .find(id)
        .map(found ->
            found
                .map(run -> Response.ok(ProofRunView.of(run)).build())
                .orElseGet(() -> unknown(id, uri)));
  }

  private static Optional<ProofName> kind(Optional<String> text) {
    return QueryInputs.oneOf(text, "kind", List.of(ProofName.values()));
  }

  private static Response unknown(UUID id, UriInfo uri) {
    return Problem.of(
            Response.Status.NOT_FOUND,
            "RUN_NOT_FOUND",
            "There is no run " + id + "; one that had not ended is forgotten at a restart.",
            uri)
        .response();
  }
}
