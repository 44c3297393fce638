package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.Tally;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One slot from its opening to its close marker. Deterministic: the same records at the same
 * offsets give the same outcome, byte for byte, also if the fold was saved in between. Not
 * thread-safe.
 */
final class AuctionFold {
  private final SlotDefinition slot;
  private final int partition;
  private final long openOffset;
  private final BidMemory memory;
  private final Standing standing;
  private final TallyCounter total;
  private final SortedMap<Region, TallyCounter> byRegion = new TreeMap<>();
  private Instant deadline;
  private long lastOffset;

  AuctionFold(
      SlotDefinition slot, int partition, long openOffset, FoldRules rules, BidHasher hasher) {
    this.slot = slot;
    this.partition = partition;
    this.openOffset = openOffset;
    this.lastOffset = openOffset;
    this.deadline = slot.closesAt();
    this.memory = new BidMemory(rules.memorySeed(), hasher);
    this.standing = new Standing(slot, rules.candidates());
    this.total = new TallyCounter();
  }

  /** Goes on from where another fold was saved. */
  AuctionFold(SlotState.Open head, BidRows rows, int partition, FoldRules rules, BidHasher hasher) {
    this.slot = head.slot();
    this.partition = partition;
    this.openOffset = head.openOffset();
    this.lastOffset = head.lastOffset();
    this.deadline = head.deadline();
    this.memory = new BidMemory(rules.memorySeed(), hasher, rows);
    this.standing = new Standing(slot, rules.candidates());
    this.standing.restore(head.best());
    this.total = new TallyCounter(head.total());
    head.byRegion().forEach((region, tally) -> byRegion.put(region, new TallyCounter(tally)));
  }

  /**
   * Judges the slot's next bid. The first record of a bid's id is the bid, whatever its verdict.
   */
  Verdict apply(Bid bid, long offset) {
    lastOffset = offset;
    Verdict verdict =
        switch (memory.meet(bid)) {
          case NEW -> judge(bid);
          case REPEATED -> Verdict.DUPLICATE;
          case CONTRADICTED -> Verdict.rejected(RejectionReason.CONFLICTING_DUPLICATE);
        };
    total.add(verdict);
    byRegion.computeIfAbsent(bid.region(), region -> new TallyCounter()).add(verdict);
    return verdict;
  }

  /** Notes a record of the slot that changes nothing, such as a second opening. */
  void pass(long offset) {
    lastOffset = offset;
  }

  /** What the first close marker makes of the slot. */
  AuctionOutcome close(CloseMarked marker, long offset) {
    return new AuctionOutcome(
        slot,
        standing.candidates(),
        total.toTally(),
        tallies(),
        partition,
        openOffset,
        lastOffset,
        offset,
        marker.cause(),
        marker.markedAt(),
        memory.digest(),
        Optional.of(deadline).filter(extended -> !extended.equals(slot.closesAt())));
  }

  /**
   * The fold as it is now, without its full chunks of remembered bids.
   *
   * @param nextOffset the first offset of the partition that is not folded
   * @param accounts of how many accounts the best bid is kept
   */
  SlotState.Open save(long nextOffset, int accounts) {
    return new SlotState.Open(
        slot,
        openOffset,
        lastOffset,
        nextOffset,
        deadline,
        total.toTally(),
        tallies(),
        accounts,
        standing.bestFirst(),
        memory.rows().fullChunks(),
        memory.rows().tail());
  }

  SlotView view() {
    return new SlotView(
        slot,
        partition,
        lastOffset,
        deadline,
        total.toTally(),
        tallies(),
        0,
        standing.leader().map(Bid::region),
        Optional.empty());
  }

  SlotDefinition slot() {
    return slot;
  }

  /** The last instant that is in time, as far as the bids so far extended it. */
  Instant deadline() {
    return deadline;
  }

  /** The slot's last record that is folded. */
  long lastOffset() {
    return lastOffset;
  }

  BidMemory memory() {
    return memory;
  }

  private Verdict judge(Bid bid) {
    Optional<RejectionReason> objection = BidRules.objection(slot, deadline, bid);
    if (objection.isPresent()) {
      return Verdict.rejected(objection.get());
    }
    memory.countNewest();
    standing.offer(bid);
    // Only a bid that counts extends: a rejected one must have no effect at all.
    slot.softClose()
        .ifPresent(soft -> deadline = soft.extended(deadline, slot.closesAt(), bid.acceptedAt()));
    return Verdict.COUNTED;
  }

  private SortedMap<Region, Tally> tallies() {
    SortedMap<Region, Tally> tallies = new TreeMap<>();
    byRegion.forEach((region, counter) -> tallies.put(region, counter.toTally()));
    return tallies;
  }
}
