package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.domain.ConflictReport;
import io.quantedge.telemetry.domain.Overview;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the exchange is doing, as of the moment of the question. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
class ReportsResource {
  private final TelemetryState state;

  ReportsResource(TelemetryState state) {
    this.state = state;
  }

  @GET
  @Path("/conflicts")
  @Operation(summary = "Contention on the truth store: conflicts, retries and how they ended")
  public ConflictReport conflicts() {
    return state.conflicts();
  }

  @GET
  @Path("/overview")
  @Operation(summary = "Bids, outcomes and settlements, each with what it rests on")
  public Overview overview() {
    return state.overview();
  }
}
