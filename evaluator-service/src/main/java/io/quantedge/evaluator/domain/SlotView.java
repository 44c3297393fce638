package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A slot as it stood at one offset: what queries and statistics are answered from, so that no
 * reader ever touches the state of the fold. Immutable.
 *
 * @param offset the slot's last record that is included
 * @param deadline the last instant at which a bid is in time, as far as the bids that are included
 *     extend it
 * @param total bids before the marker
 * @param late bids behind the marker that this evaluator read
 * @param leadingRegion where the best bid comes from
 * @param outcome absent while the slot is open
 */
public record SlotView(
    SlotDefinition slot,
    int partition,
    long offset,
    Instant deadline,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    long late,
    Optional<Region> leadingRegion,
    Optional<AuctionOutcome> outcome) {
  public SlotView {
    byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
  }

  static SlotView ofDecided(AuctionOutcome outcome, long offset, long late) {
    return new SlotView(
        outcome.slot(),
        outcome.partition(),
        offset,
        outcome.deadline(),
        outcome.total(),
        outcome.byRegion(),
        late,
        outcome.winner().map(Candidate::bid).map(bid -> bid.region()),
        Optional.of(outcome));
  }

  public SlotId slotId() {
    return slot.slotId();
  }

  /** Whether no close marker is among the records that are included. */
  public boolean isOpen() {
    return outcome.isEmpty();
  }

  public TrafficStats toStats(Instant countedAt) {
    return new TrafficStats(
        slotId(), partition, offset, total, byRegion, late, outcome.isPresent(), countedAt);
  }
}
