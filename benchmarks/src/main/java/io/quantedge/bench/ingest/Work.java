package io.quantedge.bench.ingest;

import io.quantedge.bench.stats.Throughput;
import java.time.Duration;

/**
 * What a contestant did in one round.
 *
 * @param throughput of bids until the time was over
 * @param acknowledged all bids, those after it included
 * @param cpu processor time of the process that took the bids
 * @param loader processor time of this JVM, which sent them
 */
record Work(Throughput throughput, long acknowledged, Duration cpu, Duration loader) {
  /** Microseconds of processor time for each bid. */
  double cpuMicrosPerBid() {
    return micros(cpu);
  }

  /** The same of the sender. */
  double loaderMicrosPerBid() {
    return micros(loader);
  }

  private double micros(Duration time) {
    return time.toNanos() / 1_000.0 / Math.max(1, acknowledged);
  }
}
