package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;

/** What one record of the log did to a partition. */
public sealed interface FoldEffect {
  SlotId slotId();

  /** A slot's first opening. */
  record Opened(SlotDefinition slot) implements FoldEffect {
    @Override
    public SlotId slotId() {
      return slot.slotId();
    }
  }

  /** A bid was judged. */
  record Judged(SlotId slotId, Verdict verdict) implements FoldEffect {}

  /** A slot's first close marker: its outcome is known, and must be told before it is decided. */
  record Closed(AuctionOutcome outcome) implements FoldEffect {
    @Override
    public SlotId slotId() {
      return outcome.slot().slotId();
    }
  }

  /** An opening of a slot that was opened before. */
  record OpeningIgnored(SlotId slotId) implements FoldEffect {}

  /** A close marker of a slot that has one already, or that nobody opened. */
  record MarkerIgnored(SlotId slotId) implements FoldEffect {}

  /** A bid for a slot that nobody opened. */
  record UnknownSlot(SlotId slotId) implements FoldEffect {}

  /** A record that is part of an outcome decided earlier, read again after a restart. */
  record Replayed(SlotId slotId) implements FoldEffect {}
}
