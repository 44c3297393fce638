package io.quantedge.telemetry.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.SimulatorControl;
import io.quantedge.telemetry.application.SimulatorControl.Started;
import io.quantedge.telemetry.application.TrafficRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Starts and stops simulated traffic; what came of it is among the simulation runs. */
@Path("/v1/simulator")
@Produces(MediaType.APPLICATION_JSON)
class SimulatorResource {
  private static final ObjectReader BODY = Json.mapper().readerFor(Body.class);

  private final SimulatorControl control;
  private final RandomGenerator random;

  SimulatorResource(SimulatorControl control, RandomGenerator random) {
    this.control = control;
    this.random = random;
  }

  /**
   * Traffic as it is asked for.
   *
   * @param slots auctions at a time
   * @param contentionPercent share of them that the same few win at one moment
   * @param seed drawn if absent; the same seed sends the same bids
   */
  record Body(
      String profile,
      int bidsPerSecond,
      int slots,
      int contentionPercent,
      int seconds,
      OptionalLong seed) {}

  @GET
  @Operation(summary = "What can be simulated, within which limits, and what is under way")
  @APIResponse(
      responseCode = "200",
      description = "The simulator",
      content = @Content(schema = @Schema(implementation = SimulatorView.class)))
  public SimulatorView show() {
    return SimulatorView.of(control);
  }

  @POST
  @Path("runs")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Starts traffic, if none is under way",
      description = "It opens accounts and auctions of its own, and ends by itself.")
  @APIResponse(
      responseCode = "201",
      description = "It begins",
      content = @Content(schema = @Schema(implementation = SimulatorView.Run.class)))
  @APIResponse(responseCode = "400", description = "A problem: which value is out of range")
  @APIResponse(
      responseCode = "409",
      description = "A problem: TRAFFIC_RUNNING, or SIMULATOR_DISABLED")
  public Response start(@RequestBodySchema(Body.class) byte[] body, UriInfo uri) {
    return switch (started(JsonBody.read(BODY, body))) {
      case Started.Begun(var run) ->
          Response.status(Response.Status.CREATED).entity(SimulatorView.Run.of(run)).build();
      case Started.Busy(var run) ->
          conflict(
              "TRAFFIC_RUNNING",
              "The run " + run.runId() + " is not over; stop it or wait for its end.",
              uri);
      case Started.Disabled _ ->
          conflict(
              "SIMULATOR_DISABLED",
              "Traffic may not be started here; exchange.telemetry.simulator.enabled allows it.",
              uri);
    };
  }

  private Started started(Body body) {
    try {
      return control.start(
          new TrafficRequest(
              body.profile(),
              body.bidsPerSecond(),
              body.slots(),
              body.contentionPercent(),
              body.seconds(),
              body.seed().orElseGet(() -> random.nextLong(Integer.MAX_VALUE))));
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(String.valueOf(e.getMessage()));
    }
  }

  @DELETE
  @Path("runs/current")
  @Operation(
      summary = "Stops the traffic that is under way",
      description = "No further bid is sent; auctions that are open close by their clock.")
  @APIResponse(
      responseCode = "202",
      description = "It stops",
      content = @Content(schema = @Schema(implementation = SimulatorView.Run.class)))
  @APIResponse(responseCode = "404", description = "A problem: NO_TRAFFIC")
  public Response stop(UriInfo uri) {
    return control
        .stop()
        .map(run -> Response.accepted(SimulatorView.Run.of(run)).build())
        .orElseGet(() ->
            Problem.of(Response.Status.NOT_FOUND, "NO_TRAFFIC", "No traffic is under way.", uri)
                .response());
  }

  private static Response conflict(String code, String detail, UriInfo uri) {
    return Problem.of(Response.Status.CONFLICT, code, detail, uri).response();
  }
}
