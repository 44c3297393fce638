package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.TruthStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shows what is committed for a slot. */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
public class SlotResource {
  private final TruthStore store;

  SlotResource(TruthStore store) {
    this.store = store;
  }

  @GET
  @Path("/settlement")
  public Uni<SettlementEvent> settlement(@PathParam("slotId") String slotId) {
    return store
        .settlementOf(Inputs.slotId(slotId))
        .map(found ->
            found.orElseThrow(() ->
                new ProblemException(
                    ProblemCode.NOT_SETTLED, "slot " + slotId + " is not settled")));
  }

  @GET
  @Path("/ledger")
  public Uni<LedgerView> ledger(@PathParam("slotId") String slotId) {
    SlotId id = Inputs.slotId(slotId);
    return store
        .ledgerOf(id)
        .map(found ->
            found
                .map(posted -> LedgerView.of(id, posted))
                .orElseThrow(() ->
                    new ProblemException(
                        ProblemCode.NOT_SETTLED,
                        "slot " + slotId + " has no entries in the ledger")));
  }
}
