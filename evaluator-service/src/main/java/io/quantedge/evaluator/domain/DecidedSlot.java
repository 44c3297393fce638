package io.quantedge.evaluator.domain;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;

/** A slot behind its close marker: nothing moves any more but the count of late bids. */
final class DecidedSlot {
  private final AuctionOutcome outcome;
  private long lastOffset;
  private long late;

  DecidedSlot(AuctionOutcome outcome) {
    this.outcome = outcome;
    this.lastOffset = outcome.closeOffset();
  }

  FoldEffect apply(AuctionEvent event, long offset) {
    if (offset <= outcome.closeOffset()) {
      return new FoldEffect.Replayed(event.slotId());
    }
    lastOffset = offset;
    return switch (event) {
      case AuctionEvent.SlotOpened opened -> new FoldEffect.OpeningIgnored(opened.slotId());
      case AuctionEvent.CloseMarked marker -> new FoldEffect.MarkerIgnored(marker.slotId());
      case AuctionEvent.BidPlaced placed -> {
        late++;
        yield new FoldEffect.Judged(placed.slotId(), Verdict.LATE);
      }
    };
  }

  AuctionOutcome outcome() {
    return outcome;
  }

  SlotView view() {
    return SlotView.ofDecided(outcome, lastOffset, late);
  }
}
