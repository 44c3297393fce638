package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A slot behind its close marker: nothing moves any more but the count of late bids. The outcome
 * may be forgotten, to save memory; that the slot was decided is not. Not thread-safe.
 */
final class DecidedSlot {
  private final SlotId slotId;
  private final long closeOffset;
  private @Nullable AuctionOutcome outcome;
  private long lastOffset;
  private long late;

  /** Up to where late bids are counted. */
  private long lateOffset;

  private boolean saved;

  /** A slot that is closed now; nobody knows yet. */
  DecidedSlot(AuctionOutcome outcome) {
    this(outcome.slot().slotId(), outcome, outcome.closeOffset());
  }

  private DecidedSlot(SlotId slotId, @Nullable AuctionOutcome outcome, long closeOffset) {
    this.slotId = slotId;
    this.outcome = outcome;
    this.closeOffset = closeOffset;
    this.lastOffset = closeOffset;
    this.lateOffset = closeOffset;
  }

  /**
   * A slot that was decided before.
   *
   * @param late its late bids as far as they were saved; absent if there were none
   */
  static DecidedSlot restored(SavedSlots.Decision decision, Optional<SlotState.Late> late) {
    DecidedSlot slot =
        new DecidedSlot(decision.slotId(), decision.outcome().orElse(null), decision.closeOffset());
    late.ifPresent(counted -> {
      slot.late = counted.late();
      slot.lateOffset = counted.lateOffset();
      slot.lastOffset = counted.lateOffset();
    });
    slot.saved = true;
    return slot;
  }

  FoldEffect apply(AuctionEvent event, long offset) {
    if (offset <= lateOffset) {
      return new FoldEffect.Replayed(slotId);
    }
    lastOffset = offset;
    return switch (event) {
      case AuctionEvent.SlotOpened ignored -> new FoldEffect.OpeningIgnored(slotId);
      case AuctionEvent.CloseMarked ignored -> new FoldEffect.MarkerIgnored(slotId);
      case AuctionEvent.BidPlaced ignored -> {
        late++;
        lateOffset = offset;
        yield new FoldEffect.Judged(slotId, Verdict.LATE);
      }
    };
  }

  /** What is to be kept of it; absent once the outcome is forgotten. */
  Optional<SlotState.Decided> state() {
    return Optional.ofNullable(outcome).map(known -> new SlotState.Decided(slotId, known));
  }

  SlotState.Late lateState() {
    return new SlotState.Late(slotId, closeOffset, late, lateOffset);
  }

  void markSaved() {
    saved = true;
  }

  /** Whether others will find that it is decided. */
  boolean isSaved() {
    return saved;
  }

  /** Up to where late bids are counted; the close marker if there were none. */
  long lateOffset() {
    return lateOffset;
  }

  void forgetOutcome() {
    outcome = null;
  }

  /** Absent once the outcome is forgotten. */
  Optional<SlotView> view() {
    return Optional.ofNullable(outcome).map(known -> SlotView.ofDecided(known, lastOffset, late));
  }
}
