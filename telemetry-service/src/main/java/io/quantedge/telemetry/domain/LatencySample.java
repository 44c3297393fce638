package io.quantedge.telemetry.domain;

import java.time.Duration;
import java.util.Arrays;

/**
 * The newest latencies, exactly, for percentiles that need no buckets. Not thread-safe.
 *
 * <p>Percentiles are by nearest rank: the least value that at least that share of the sample does
 * not exceed, so each one is a latency that was really seen.
 */
final class LatencySample {
  private final long[] millis;
  private long added;

  LatencySample(int capacity) {
    this.millis = new long[capacity];
  }

  void add(Duration latency) {
    millis[(int) (added % millis.length)] = latency.toMillis();
    added++;
  }

  int size() {
    return (int) Math.min(added, millis.length);
  }

  /**
   * @param percents each above 0, at most 100
   * @return milliseconds, one for each percent asked for; all zero if the sample is empty
   */
  long[] percentiles(int... percents) {
    long[] sorted = Arrays.copyOf(millis, size());
    Arrays.sort(sorted);
    return Arrays.stream(percents).mapToLong(percent -> nearestRank(sorted, percent)).toArray();
  }

  private static long nearestRank(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = Math.ceilDiv(sorted.length * percent, 100);
    return sorted[Math.max(1, rank) - 1];
  }
}
