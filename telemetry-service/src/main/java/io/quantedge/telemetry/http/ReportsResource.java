package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.domain.ConflictReport;
import io.quantedge.telemetry.domain.Cost;
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
  @Operation(
      summary = "Contention on the truth store: conflicts, retries and how they ended",
      description =
          "Sums and distributions of conflict events, the most contended slots and accounts, and"
              + " the operations that spoke last. Amplification and wasted work rest on what"
              + " settlement services count, and are null if none reports.")
  public ConflictReport conflicts() {
    return state.conflicts();
  }

  @GET
  @Path("/cost")
  @Operation(
      summary = "What 10,000 bids cost the stores, beside every bid as a row in the truth store",
      description =
          "Counts are measured by the services; prices and the cost of a row and of a commit are"
              + " configured. What no service has reported is null.")
  public Cost cost() {
    return state.cost();
  }

  @GET
  @Path("/overview")
  @Operation(
      summary = "Bids, outcomes and settlements, each with what it rests on",
      description =
          "Each group says whether it is measured or derived, of how many, and how old. Coverage"
              + " says how far back the totals reach, what came from the truth store, and what is"
              + " not known.")
  public Overview overview() {
    return state.overview();
  }
}
