package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.domain.Posting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where outcomes become truth. Every failure is a {@link StoreException}. Thread-safe. */
public interface TruthStore {
  /**
   * One attempt: reads, decides, writes and commits the whole group or nothing of it. What is
   * settled already is not written again but answered as it is committed.
   *
   * @param group outcomes of different slots, at least one; in this order they spend money
   * @return what became of each, in the order of the group
   */
  Uni<Attempted<List<Result>>> settle(List<AuctionOutcome> group);

  /** What is committed for a slot. */
  Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId);

  /** What an attempt found or did for one outcome. */
  sealed interface Result {
    /**
     * It is truth.
     *
     * @param finding whether this attempt committed it
     */
    record Settled(SettlementEvent event, Finding finding) implements Result {}

    /**
     * The slot is settled by another outcome. Evaluation is deterministic, so somebody is wrong.
     */
    record Contradicted(SlotId slotId, String detail) implements Result {}
  }

  /**
   * A posting as it stands in the ledger.
   *
   * @param postedAt by the settlement service's clock
   */
  record Posted(Posting posting, Instant postedAt) {}
}
