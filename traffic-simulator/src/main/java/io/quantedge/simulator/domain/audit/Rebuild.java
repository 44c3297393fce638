package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.simulator.domain.check.Offer;
import io.quantedge.simulator.domain.check.Oracle;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import io.quantedge.simulator.domain.check.Rules;
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides one slot again from its bids, by the simulator's own rules and oracle. It keeps an
 * account's best offer only, which cannot change what the oracle says, and a compact row of each
 * bid. Not thread-safe.
 */
public final class Rebuild {
  private final SlotDefinition slot;
  private final Rules rules;
  private final BidRows rows;
  private final Map<AccountId, Offer> best = new HashMap<>();
  private final Counts total = new Counts();
  private final SortedMap<Region, Counts> byRegion = new TreeMap<>();
  private long late;
  private long repeats;

  /**
   * @param seed of the order in which bids are kept; any number that no bidder knows
   */
  public Rebuild(SlotDefinition slot, long seed) {
    this.slot = slot;
    this.rules = new Rules(slot);
    this.rows = new BidRows(seed);
  }

  /** Takes the slot's next bid before its close marker, in the order of the log. */
  public void add(Bid bid, long offset) {
    Counts ofRegion = byRegion.computeIfAbsent(bid.region(), region -> new Counts());
    BidRows.Meeting meeting = rows.meet(bid, offset);
    repeats += meeting == BidRows.Meeting.NEW ? 0 : 1;
    switch (meeting) {
      case NEW ->
          rules
              .judge(bid)
              .ifPresentOrElse(reason -> reject(reason, ofRegion), () -> count(bid, ofRegion));
      case REPEATED -> {
        total.addDuplicate();
        ofRegion.addDuplicate();
      }
      case CONTRADICTED -> reject(RejectionReason.CONFLICTING_DUPLICATE, ofRegion);
    }
  }

  /** Takes a bid behind the close marker. */
  public void addLate(Bid bid, long offset) {
    if (rows.meet(bid, offset) == BidRows.Meeting.NEW) {
      late++;
    } else {
      repeats++;
    }
  }

  SlotDefinition slot() {
    return slot;
  }

  Counts total() {
    return total;
  }

  SortedMap<Region, Counts> byRegion() {
    return byRegion;
  }

  /** Bids whose first record is behind the marker. */
  long late() {
    return late;
  }

  BidRows rows() {
    return rows;
  }

  Instant deadline() {
    return rules.deadline();
  }

  /** The candidates, best first. */
  List<Expected> candidates() {
    return Oracle.decide(
        new Terms(slot.floor(), slot.increment(), slot.pricing(), slot.ranking()),
        List.copyOf(best.values()));
  }

  /** Records that are not the first of their id, behind the marker too. */
  long repeats() {
    return repeats;
  }

  private void count(Bid bid, Counts ofRegion) {
    rows.countNewest();
    total.addCounted();
    ofRegion.addCounted();
    Offer offer = Offer.of(bid, slot.ranking());
    best.merge(bid.accountId(), offer, (old, young) -> young.beats(old) ? young : old);
  }

  private void reject(RejectionReason reason, Counts ofRegion) {
    total.addRejected(reason);
    ofRegion.addRejected(reason);
  }
}
