package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.Tally;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One slot from its opening to its close marker. Deterministic: the same records at the same
 * offsets give the same outcome, byte for byte. Not thread-safe.
 */
final class AuctionFold {
  private final SlotDefinition slot;
  private final int partition;
  private final long openOffset;
  private final BidMemory memory;
  private final Standing standing;
  private final TallyCounter total = new TallyCounter();
  private final SortedMap<Region, TallyCounter> byRegion = new TreeMap<>();
  private long lastOffset;

  AuctionFold(SlotDefinition slot, int partition, long openOffset, FoldRules rules) {
    this.slot = slot;
    this.partition = partition;
    this.openOffset = openOffset;
    this.lastOffset = openOffset;
    this.memory = new BidMemory(rules.memorySeed());
    this.standing = new Standing(slot, rules.candidates());
  }

  /**
   * Judges the slot's next bid. The first record of a bid's id is the bid, whatever its verdict.
   */
  Verdict apply(Bid bid, long offset) {
    lastOffset = offset;
    Verdict verdict =
        switch (memory.meet(bid.bidId(), BidHash.ofContent(bid))) {
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
        memory.digest());
  }

  SlotView view() {
    return new SlotView(
        slot,
        partition,
        lastOffset,
        slot.closesAt(),
        total.toTally(),
        tallies(),
        0,
        standing.leader().map(Bid::region),
        Optional.empty());
  }

  SlotDefinition slot() {
    return slot;
  }

  int rememberedBids() {
    return memory.size();
  }

  private Verdict judge(Bid bid) {
    Optional<RejectionReason> objection = BidRules.objection(slot, bid);
    if (objection.isPresent()) {
      return Verdict.rejected(objection.get());
    }
    memory.countNewest(BidHash.ofRecord(bid));
    standing.offer(bid);
    return Verdict.COUNTED;
  }

  private SortedMap<Region, Tally> tallies() {
    SortedMap<Region, Tally> tallies = new TreeMap<>();
    byRegion.forEach((region, counter) -> tallies.put(region, counter.toTally()));
    return tallies;
  }
}
