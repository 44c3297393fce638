package io.quantedge.ingest.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.ListedSlot;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Shows a slot. Thread-safe. */
public final class FindSlot {
  private final Slots slots;
  private final StoreQueries queries;

  public FindSlot(Slots slots, StoreQueries queries) {
    this.slots = slots;
    this.queries = queries;
  }

  /**
   * @return the slot as this node knows it, with the state of its outcome if the store knows that;
   *     fails with {@link RefusedException}
   */
  public Uni<ListedSlot> find(String slotId) {
    return Uni.createFrom()
        .deferred(() -> slots.require(SubmissionReader.slotId(slotId)))
        .chain(slot ->
            slot.isClosed()
                ? outcome(slot).map(outcome -> ListedSlot.of(slot, outcome))
                : Uni.createFrom().item(ListedSlot.of(slot, Optional.empty())));
  }

  /** A store that does not answer costs the outcome, not the slot. */
  private Uni<Optional<AuctionOutcome.State>> outcome(KnownSlot slot) {
    return queries
        .outcome(slot.slotId())
        .map(outcome -> outcome.map(AuctionOutcome::state))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
