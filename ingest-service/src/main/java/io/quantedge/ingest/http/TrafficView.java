package io.quantedge.ingest.http;

import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.ingest.domain.SlotTraffic;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A slot's bids by region. */
record TrafficView(
    SlotId slotId,
    long offset,
    CountsView total,
    long late,
    boolean decided,
    SortedMap<String, CountsView> regions) {

  /** How many bids there were, and what became of them. */
  record CountsView(
      long received, long counted, long duplicate, Map<RejectionReason, Long> rejected) {
    static CountsView of(Tally tally) {
      return new CountsView(tally.received(), tally.counted(), tally.duplicate(), tally.rejected());
    }
  }

  static TrafficView of(SlotTraffic traffic) {
    SortedMap<String, CountsView> regions = new TreeMap<>();
    for (Map.Entry<Region, Tally> each : traffic.byRegion().entrySet()) {
      regions.put(each.getKey().name(), CountsView.of(each.getValue()));
    }
    return new TrafficView(
        traffic.slotId(),
        traffic.offset(),
        CountsView.of(traffic.total()),
        traffic.late(),
        traffic.decided(),
        regions);
  }
}
