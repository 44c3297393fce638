package io.quantedge.ingest.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.TrafficStats;
import java.time.Instant;

/** How many bids a slot got up to the offset. */
record HotSlotView(
    SlotId slotId,
    long received,
    long counted,
    long late,
    boolean closed,
    long offset,
    Instant countedAt) {
  static HotSlotView of(TrafficStats stats) {
    return new HotSlotView(
        stats.slotId(),
        stats.total().received(),
        stats.total().counted(),
        stats.late(),
        stats.closed(),
        stats.offset(),
        stats.countedAt());
  }
}
