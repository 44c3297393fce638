package io.quantedge.telemetry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.SimulationRun;
import io.quantedge.telemetry.application.SimulationRuns;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/** Runs of the simulator: recorded when they end, listed to be compared. */
@Path("/v1/simulation-runs")
@Produces(MediaType.APPLICATION_JSON)
class SimulationRunsResource {
  private static final int MAX_LIMIT = 200;
  private static final ObjectReader BODY = Json.mapper().readerFor(Body.class);

  private final SimulationRuns runs;

  SimulationRunsResource(SimulationRuns runs) {
    this.runs = runs;
  }

  /**
   * A run as it is sent.
   *
   * @param report any JSON; a text is kept as it is
   */
  record Body(
      UUID runId,
      String command,
      long seed,
      Instant startedAt,
      Instant finishedAt,
      long bidsSent,
      long bidsAcknowledged,
      int slots,
      boolean allHold,
      JsonNode report) {
    SimulationRun toRun() {
      String text = report.isTextual() ? report.textValue() : report.toString();
      return new SimulationRun(
          runId,
          command,
          seed,
          startedAt,
          finishedAt,
          bidsSent,
          bidsAcknowledged,
          slots,
          allHold,
          text);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Records a run: 201 the first time, 200 for the same run again")
  public Uni<Response> record(@RequestBodySchema(Body.class) byte[] body, UriInfo uri) {
    Body sent = JsonBody.read(BODY, body);
    SimulationRun run = JsonBody.valid(sent::toRun);
    return runs.record(run)
        .map(recorded ->
            switch (recorded) {
              case CREATED -> Response.status(Response.Status.CREATED).entity(run).build();
              case REPEATED -> Response.ok(run).build();
              case CONFLICTING -> conflicting(run, uri);
            });
  }

  private static Response conflicting(SimulationRun run, UriInfo uri) {
    return Problem.of(
            Response.Status.CONFLICT,
            "RUN_CONFLICT",
            "Another run is recorded under the runId " + run.runId() + "; use a new id.",
            uri)
        .response();
  }

  @GET
  @Operation(summary = "The recorded runs, newest first")
  public Uni<List<SimulationRun>> newest(@QueryParam("limit") @DefaultValue("50") String limit) {
    return runs.newest(limit(limit));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of range.
    }
    throw new InvalidRequestException(
        "limit must be 1 to " + MAX_LIMIT + "; it was '" + abbreviated(text) + "'");
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
