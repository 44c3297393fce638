package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All slots of one partition of the auction log, and the offset from which another evaluator could
 * go on without losing any of them. Not thread-safe.
 */
public final class PartitionFold {
  private final int partition;
  private final FoldRules rules;
  private final BidHasher hasher = new BidHasher();
  private final Map<SlotId, AuctionFold> open = new HashMap<>();
  private final Map<SlotId, DecidedSlot> closed = new HashMap<>();

  /** Slots whose outcome, or whose count of late bids, is not known to be safe. */
  private final Holds holds = new Holds();

  private long rememberedBids;
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
   * Goes on where others stopped: from what was committed, or from before if what is saved of an
   * open slot is older, as it is when an evaluator that had lost the partition wrote last.
   *
   * @throws IllegalStateException if a slot needs a part of the log that is gone: its outcome would
   *     be wrong
   */
  public static PartitionFold resumed(
      int partition, SavedSlots saved, LogRange log, FoldRules rules) {
    Resumption resumption = Resumption.of(saved, log, rules.accountsKept());
    PartitionFold fold = new PartitionFold(partition, resumption.startOffset(), rules);
    for (SavedSlots.Decision decision : saved.decided()) {
      fold.closed.put(decision.slotId(), DecidedSlot.restored(decision, saved.lateOf(decision)));
    }
    resumption.open().forEach(fold::resume);
    return fold;
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

  /** What is to be kept of a closed slot; absent if it is forgotten. */
  public Optional<SlotState.Decided> decidedState(SlotId slotId) {
    return Optional.ofNullable(closed.get(slotId)).flatMap(DecidedSlot::state);
  }

  /** The outcome of a closed slot is safe where others will find it. */
  public void markDecided(SlotState.Decided saved) {
    DecidedSlot slot = closed.get(saved.slotId());
    if (slot == null) {
      throw new IllegalStateException(saved.slotId() + " is not closed");
    }
    slot.markSaved();
    lateCounted(slot, saved.slotId(), saved.outcome().closeOffset());
  }

  /** The late bids of a decided slot, if some of them are counted nowhere else. */
  public Optional<SlotState.Late> unsavedLate(SlotId slotId) {
    return Optional.ofNullable(closed.get(slotId))
        .filter(slot -> slot.isSaved() && holds.has(slotId))
        .map(DecidedSlot::lateState);
  }

  /** The count of late bids is safe up to some offset. */
  public void markLateSaved(SlotState.Late saved) {
    DecidedSlot slot = closed.get(saved.slotId());
    if (slot != null) {
      lateCounted(slot, saved.slotId(), saved.lateOffset());
    }
  }

  /** Drops the outcome of a decided slot; that it was decided stays known. */
  public void forgetOutcome(SlotId slotId) {
    DecidedSlot slot = closed.get(slotId);
    if (slot != null && slot.isSaved()) {
      slot.forgetOutcome();
    }
  }

  /** Drops a decided slot for good. From now on an opening of that name is a new slot. */
  public void erase(SlotId slotId) {
    closed.remove(slotId);
    holds.release(slotId);
  }

  /** How many chunks of an open slot's remembered bids are full and can be saved. */
  public int fullChunks(SlotId slotId) {
    return requireOpen(slotId).memory().rows().fullChunks();
  }

  public SlotState.Memory chunk(SlotId slotId, int chunk) {
    return new SlotState.Memory(slotId, chunk, requireOpen(slotId).memory().rows().chunk(chunk));
  }

  /** An open slot as it is now. It is of use to others once all its full chunks are saved. */
  public SlotState.Open save(SlotId slotId) {
    return requireOpen(slotId).save(nextOffset, rules.accountsKept());
  }

  /** An open slot is saved: it needs the log only from there on. */
  public void markSaved(SlotState.Open head) {
    if (open.containsKey(head.slotId())) {
      holds.hold(head.slotId(), head.nextOffset());
    }
  }

  /** Open slots that hold the commit back behind this offset, the oldest first. */
  public List<SlotId> openHeldBelow(long offset, int limit) {
    return holds.below(offset, open::containsKey, limit);
  }

  /** The least offset that a slot still needs, else the next offset. Never decreases. */
  public long committableOffset() {
    // A slot that was saved further on than this fold begins must not take the others with it.
    return Math.min(nextOffset, holds.leastOr(nextOffset));
  }

  /** The first offset that was not read yet. */
  public long nextOffset() {
    return nextOffset;
  }

  public Set<SlotId> openSlotIds() {
    return Set.copyOf(open.keySet());
  }

  /** The closed slots that are not erased. */
  public Set<SlotId> closedSlotIds() {
    return Set.copyOf(closed.keySet());
  }

  /** An open slot as it stands now; absent if it is not open. */
  public Optional<OpenSlot> findOpen(SlotId slotId) {
    return Optional.ofNullable(open.get(slotId))
        .map(auction -> new OpenSlot(auction.slot(), auction.deadline()));
  }

  public boolean isOpen(SlotId slotId) {
    return open.containsKey(slotId);
  }

  public int openSlotCount() {
    return open.size();
  }

  /** How many bids the open slots remember. */
  public long rememberedBids() {
    return rememberedBids;
  }

  /** How many bytes of heap they take, but for a fixed amount per slot. */
  public long rememberedBytes() {
    return open.values().stream().mapToLong(auction -> auction.memory().bytes()).sum();
  }

  /** Absent for a slot that was never opened, and for one whose outcome is forgotten. */
  public Optional<SlotView> view(SlotId slotId) {
    return Optional.ofNullable(open.get(slotId))
        .map(AuctionFold::view)
        .or(() -> Optional.ofNullable(closed.get(slotId)).flatMap(DecidedSlot::view));
  }

  private void resume(SlotState.Open head, BidRows rows) {
    open.put(head.slotId(), new AuctionFold(head, rows, partition, rules, hasher));
    holds.hold(head.slotId(), head.nextOffset());
    rememberedBids += rows.size();
  }

  private void lateCounted(DecidedSlot slot, SlotId slotId, long savedUpTo) {
    if (slot.lateOffset() > savedUpTo) {
      holds.hold(slotId, savedUpTo + 1);
    } else {
      holds.release(slotId);
    }
  }

  private FoldEffect fold(AuctionEvent event, long offset) {
    DecidedSlot decided = closed.get(event.slotId());
    if (decided != null) {
      return foldDecided(decided, event, offset);
    }
    AuctionFold auction = open.get(event.slotId());
    return auction == null ? foldUnopened(event, offset) : foldOpen(auction, event, offset);
  }

  private FoldEffect foldDecided(DecidedSlot decided, AuctionEvent event, long offset) {
    FoldEffect effect = decided.apply(event, offset);
    if (effect instanceof FoldEffect.Judged && !holds.has(event.slotId())) {
      holds.hold(event.slotId(), offset);
    }
    return effect;
  }

  private FoldEffect foldUnopened(AuctionEvent event, long offset) {
    return switch (event) {
      case SlotOpened(SlotDefinition slot, var openedAt) -> {
        open.put(slot.slotId(), new AuctionFold(slot, partition, offset, rules, hasher));
        holds.hold(slot.slotId(), offset);
        yield new FoldEffect.Opened(slot);
      }
      case BidPlaced placed -> new FoldEffect.UnknownSlot(placed.slotId());
      case CloseMarked marker -> new FoldEffect.MarkerIgnored(marker.slotId());
    };
  }

  private FoldEffect foldOpen(AuctionFold auction, AuctionEvent event, long offset) {
    if (offset <= auction.lastOffset()) {
      return new FoldEffect.Replayed(event.slotId());
    }
    return switch (event) {
      case SlotOpened opened -> {
        auction.pass(offset);
        yield new FoldEffect.OpeningIgnored(opened.slotId());
      }
      case BidPlaced(var bid) -> {
        int before = auction.memory().size();
        Verdict verdict = auction.apply(bid, offset);
        rememberedBids += auction.memory().size() - before;
        yield new FoldEffect.Judged(bid.slotId(), verdict);
      }
      case CloseMarked marker -> {
        AuctionOutcome outcome = auction.close(marker, offset);
        // The set of seen bids goes with the fold; only the outcome stays.
        open.remove(marker.slotId());
        rememberedBids -= auction.memory().size();
        closed.put(marker.slotId(), new DecidedSlot(outcome));
        yield new FoldEffect.Closed(outcome);
      }
    };
  }

  private AuctionFold requireOpen(SlotId slotId) {
    AuctionFold auction = open.get(slotId);
    if (auction == null) {
      throw new IllegalStateException(slotId + " is not open");
    }
    return auction;
  }
}
