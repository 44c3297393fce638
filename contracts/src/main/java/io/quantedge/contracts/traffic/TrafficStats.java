package io.quantedge.contracts.traffic;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The traffic of a slot so far (topic {@code traffic-stats}, key = slot). Counts are cumulative up
 * to an offset, so reading one twice changes nothing, and a rate is a difference of two.
 *
 * @param offset the last offset of the slot's partition that these counts include
 * @param total bids before the close marker
 * @param late bids behind the close marker, not part of {@code total}
 * @param closed whether the close marker is among the records counted
 * @param countedAt when the counts were read, by the evaluator's clock
 */
public record TrafficStats(
    SlotId slotId,
    int partition,
    long offset,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    long late,
    boolean closed,
    Instant countedAt) {
  public TrafficStats {
    byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
  }
}
