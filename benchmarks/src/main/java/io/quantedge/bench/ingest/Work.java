package io.quantedge.bench.ingest;

import io.quantedge.bench.stats.Throughput;
import java.time.Duration;

/**
 * What a contestant did in one round.
 *
 * @param throughput of bids until the time was over
 * @param acknowledged all bids, those after it included
 * @param cpu processor time of the process that took the bids
 */
record Work(Throughput throughput, long acknowledged, Duration cpu) {
  /** Microseconds of processor time for each bid. */
  double cpuMicrosPerBid() {
    return cpu.toNanos() / 1_000.0 / Math.max(1, acknowledged);
  }
}
