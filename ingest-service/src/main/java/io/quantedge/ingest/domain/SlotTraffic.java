package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A slot's bids by region, as the evaluator counted them.
 *
 * @param offset the last offset that these counts include
 * @param late bids behind the close marker, which the other counts do not include
 * @param decided whether they are those of the outcome, which never change
 */
public record SlotTraffic(
    SlotId slotId,
    long offset,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    long late,
    boolean decided) {
  /** The outcome's counts if there is one, else the latest ones, else none. */
  public static SlotTraffic of(
      SlotId slotId, Optional<TrafficStats> stats, Optional<AuctionOutcome> outcome) {
    long late = stats.map(TrafficStats::late).orElse(0L);
    return outcome
        .map(known ->
            new SlotTraffic(
                slotId, known.lastOffset(), known.total(), known.byRegion(), late, true))
        .or(() ->
            stats.map(counted ->
                new SlotTraffic(
                    slotId, counted.offset(), counted.total(), counted.byRegion(), late, false)))
        .orElseGet(() -> new SlotTraffic(slotId, 0, Tally.NONE, new TreeMap<>(), 0, false));
  }
}
