package io.quantedge.bench.stats;

import java.util.Arrays;

/**
 * How many things happened per second, from when each of them happened, without the beginning and
 * the end, where the machine is not yet or no longer busy. Immutable.
 *
 * @param perSecond the rate between the two cuts
 * @param counted how many things lie between the cuts
 * @param seconds how far the cuts are apart
 */
public record Throughput(double perSecond, long counted, double seconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * Many things may happen at the same instant, as a group does. What happened at the first cut
   * itself was done before the measured time began, so only what came after it is counted.
   *
   * @param atNanos when each thing happened, in nanoseconds of any clock and in any order
   * @param cut share to leave out at each end, 0 or more and below 0.5
   * @throws IllegalArgumentException if no time passes between the cuts
   */
  public static Throughput of(long[] atNanos, double cut) {
    if (cut < 0 || cut >= 0.5) {
      throw new IllegalArgumentException("a cut is in [0, 0.5); it was " + cut);
    }
    long[] sorted = atNanos.clone();
    Arrays.sort(sorted);
    int leftOut = (int) (sorted.length * cut);
    if (sorted.length - 2 * leftOut < 2) {
      throw new IllegalArgumentException(
          "a rate needs two things that happen; there were " + sorted.length);
    }
    long begin = sorted[leftOut];
    long end = sorted[sorted.length - 1 - leftOut];
    if (begin == end) {
      throw new IllegalArgumentException(
          sorted.length + " things happened all at once: that is too few for a rate");
    }
    long counted = Arrays.stream(sorted).filter(at -> at > begin && at <= end).count();
    double seconds = (end - begin) / NANOS_PER_SECOND;
    return new Throughput(counted / seconds, counted, seconds);
  }
}
