package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.TruthStore.Posted;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotStage;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a slot after it was decided. Every failure is a {@link StoreException}.
 * Thread-safe.
 */
public interface SlotStore {
  /** Everything that happened to a slot; absent if it is not decided yet. */
  Uni<Optional<SlotHistory>> historyOf(SlotId slotId);

  /** The sale of a slot and, if it was voided, the reversal; empty if nothing was sold. */
  Uni<List<Posted>> postingsOf(SlotId slotId);

  /** One attempt to undo a sale: mirrored entries, the buyer's balance, the event; or nothing. */
  Uni<Attempted<Result>> annul(SlotId slotId, SlotRequest request);

  /** One attempt to put a dispute on record. */
  Uni<Attempted<Result>> dispute(SlotId slotId, SlotRequest request);

  /** What became of a request. */
  sealed interface Result {
    /**
     * It is on record.
     *
     * @param reversal the entries that undo the sale; absent for a dispute
     */
    record Recorded(SlotEvent event, Optional<Posted> reversal) implements Result {}

    /** It is refused, and nothing was written. */
    record Refused(SlotRequest.Refusal refusal, SlotStage stage) implements Result {}

    /** No slot of that name is decided. */
    record UnknownSlot() implements Result {}

    /** With its money back the buyer's balance would be beyond NUMERIC(18,4). */
    record BalanceOutOfRange() implements Result {}
  }
}
