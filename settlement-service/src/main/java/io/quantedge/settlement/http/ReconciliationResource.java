package io.quantedge.settlement.http;

import io.quantedge.settlement.application.Reconcile;
import io.smallrye.mutiny.Uni;
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

/** Compares the books on demand. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public class ReconciliationResource {
  private final Reconcile reconcile;

  ReconciliationResource(Reconcile reconcile) {
    this.reconcile = reconcile;
  }

  @GET
  @Operation(
      summary = "Compare the books",
      description =
          "All figures are of one snapshot. It reads the ledger seven times and every other table"
              + " of the books once or twice, writes nothing, conflicts with nobody, and is cut off"
              + " like any other read of the store (503). Whoever asks while a comparison is under"
              + " way gets its answer.")
  @APIResponse(
      responseCode = "200",
      description = "The comparison",
      content =
          @Content(
              schema = @Schema(implementation = ReconciliationView.class),
              examples = @ExampleObject(name = "the comparison", value = Examples.RECONCILIATION)))
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<ReconciliationView> reconcile() {
    return reconcile.run().map(ReconciliationView::of);
  }
}
