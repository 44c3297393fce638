package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All slots of one partition of the auction log, and the offset from which another evaluator could
 * go on without losing any of them. Not thread-safe.
 */
public final class PartitionFold {
  private final int partition;
  private final FoldRules rules;
  private final Map<SlotId, AuctionFold> open = new HashMap<>();
  private final Map<SlotId, DecidedSlot> closed = new HashMap<>();

  /** The openings of slots whose outcome is not known to be safe. */
  private final TreeSet<Long> undecided = new TreeSet<>();

  private long nextOffset;

  /**
   * @param startOffset the first offset that will be applied
   */
  public PartitionFold(int partition, long startOffset, FoldRules rules) {
    this.partition = partition;
    this.nextOffset = startOffset;
    this.rules = rules;
  }

  /**
   * Makes known a slot that was decided before. To be called before the first record is applied:
   * the log may open that slot again, and it must not get a second auction.
   */
  public void restore(AuctionOutcome outcome) {
    closed.put(outcome.slot().slotId(), new DecidedSlot(outcome));
  }

  /**
   * Folds the next record.
   *
   * @param offset above every offset applied before
   */
  public FoldEffect apply(AuctionEvent event, long offset) {
    advanceTo(offset);
    FoldEffect effect = fold(event, offset);
    nextOffset = offset + 1;
    return effect;
  }

  /** Passes records that are not part of any auction. */
  public void advanceTo(long offset) {
    if (offset < nextOffset) {
      throw new IllegalStateException(
          "partition "
              + partition
              + " was folded up to "
              + nextOffset
              + "; offset "
              + offset
              + " came again");
    }
    nextOffset = offset;
  }

  /** The outcome of a closed slot is safe where others will find it. */
  public void markDecided(AuctionOutcome outcome) {
    if (!closed.containsKey(outcome.slot().slotId())) {
      throw new IllegalStateException(outcome.slot().slotId() + " is not closed");
    }
    undecided.remove(outcome.openOffset());
  }

  /** The opening of the oldest undecided slot, else the next offset. Never decreases. */
  public long committableOffset() {
    return undecided.isEmpty() ? nextOffset : undecided.first();
  }

  /** The first offset that was not read yet. */
  public long nextOffset() {
    return nextOffset;
  }

  public List<SlotDefinition> openSlots() {
    return open.values().stream().map(AuctionFold::slot).toList();
  }

  public boolean isOpen(SlotId slotId) {
    return open.containsKey(slotId);
  }

  public int openSlotCount() {
    return open.size();
  }

  /** How many bids the open slots remember, for watching memory. */
  public long rememberedBids() {
    return open.values().stream().mapToLong(AuctionFold::rememberedBids).sum();
  }

  public Optional<SlotView> view(SlotId slotId) {
    return Optional.ofNullable(open.get(slotId))
        .map(AuctionFold::view)
        .or(() -> Optional.ofNullable(closed.get(slotId)).map(DecidedSlot::view));
  }

  private FoldEffect fold(AuctionEvent event, long offset) {
    DecidedSlot decided = closed.get(event.slotId());
    if (decided != null) {
      return decided.apply(event, offset);
    }
    AuctionFold auction = open.get(event.slotId());
    return auction == null ? foldUnopened(event, offset) : foldOpen(auction, event, offset);
  }

  private FoldEffect foldUnopened(AuctionEvent event, long offset) {
    return switch (event) {
      case SlotOpened(SlotDefinition slot, var openedAt) -> {
        open.put(slot.slotId(), new AuctionFold(slot, partition, offset, rules));
        undecided.add(offset);
        yield new FoldEffect.Opened(slot);
      }
      case BidPlaced placed -> new FoldEffect.UnknownSlot(placed.slotId());
      case CloseMarked marker -> new FoldEffect.MarkerIgnored(marker.slotId());
    };
  }

  private FoldEffect foldOpen(AuctionFold auction, AuctionEvent event, long offset) {
    return switch (event) {
      case SlotOpened opened -> {
        auction.pass(offset);
        yield new FoldEffect.OpeningIgnored(opened.slotId());
      }
      case BidPlaced(var bid) -> new FoldEffect.Judged(bid.slotId(), auction.apply(bid, offset));
      case CloseMarked marker -> {
        AuctionOutcome outcome = auction.close(marker, offset);
        // The set of seen bids goes with the fold; only the outcome stays.
        open.remove(marker.slotId());
        closed.put(marker.slotId(), new DecidedSlot(outcome));
        yield new FoldEffect.Closed(outcome);
      }
    };
  }
}
