package io.quantedge.telemetry.domain;

/**
 * How much is kept in memory. What is dropped stays in the totals; see {@link ExchangeFold} for
 * where exactness ends.
 *
 * @param slots slots kept with their details, 1 to 100,000
 * @param operations operations on the truth store kept with their attempts, 1 to 100,000
 * @param remembered retired keys of a kind that are still recognised, 1 to 10,000,000
 * @param latencies newest close-to-settled latencies of which percentiles are made, 1 to 100,000
 */
public record Limits(int slots, int operations, int remembered, int latencies) {
  public Limits {
    requireWithin("slots", slots, 100_000);
    requireWithin("operations", operations, 100_000);
    requireWithin("remembered", remembered, 10_000_000);
    requireWithin("latencies", latencies, 100_000);
  }

  private static void requireWithin(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be 1 to " + max + "; it was " + value);
    }
  }
}
