package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.domain.Posting;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Where outcomes become truth. Every failure is a {@link StoreException}. Thread-safe. */
public interface TruthStore {
  /**
   * One attempt: reads, decides, writes and commits all of it or nothing. If the slot is settled
   * already, it writes nothing and answers with what is committed.
   */
  Uni<Attempted<SettlementEvent>> settle(AuctionOutcome outcome);

  /** What is committed for a slot. */
  Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId);

  /** The posting of a slot's settlement; absent if it has none. */
  Uni<Optional<Posted>> ledgerOf(SlotId slotId);

  /**
   * A posting as it stands in the ledger.
   *
   * @param postedAt by the settlement service's clock
   */
  record Posted(Posting posting, Instant postedAt) {}
}
