package io.quantedge.bench.ingest;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Latencies at a fixed rate, over all rounds. Not thread-safe. */
final class Latency {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int DIGITS = 3;

  private final Histogram nanos = new Histogram(DIGITS);
  private final double perSecond;
  private Duration measured = Duration.ZERO;
  private Duration loader = Duration.ZERO;

  /**
   * @param perSecond the rate at which requests were due
   */
  Latency(double perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * @param cpu what the loader needed for the round
   */
  void add(Histogram round, Duration duration, Duration cpu) {
    nanos.add(round);
    measured = measured.plus(duration);
    loader = loader.plus(cpu);
  }

  double perSecond() {
    return perSecond;
  }

  long count() {
    return nanos.getTotalCount();
  }

  double millisAt(double percentile) {
    return millis(nanos.getValueAtPercentile(percentile));
  }

  double mostMillis() {
    return millis(nanos.getMaxValue());
  }

  /** Share of one processor that the loader took. */
  double loaderShare() {
    return loader.toNanos() / (double) Math.max(1, measured.toNanos());
  }

  static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
