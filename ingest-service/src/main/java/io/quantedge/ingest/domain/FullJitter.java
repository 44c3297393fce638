package io.quantedge.ingest.domain;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: the wait is drawn evenly from zero to {@code min(cap, base
 * · 2^attempt)}, so that writers which were refused together do not come back together. (M.
 * Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.) As thread-safe as its
 * random generator.
 *
 * @param base the upper bound of the first wait; above zero
 * @param cap the upper bound of any wait; at least {@code base}
 */
public record FullJitter(Duration base, Duration cap, RandomGenerator random) {
  private static final int MAX_DOUBLINGS = 30;

  public FullJitter {
    if (base.isNegative() || base.isZero() || cap.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "backoff needs 0 < base <= cap; they were " + base + " and " + cap);
    }
  }

  /**
   * @param attempt 0 for the wait after the first failure
   * @return zero to {@code cap}, in whole nanoseconds
   */
  public Duration delay(int attempt) {
    int doublings = Math.min(Math.max(attempt, 0), MAX_DOUBLINGS);
    Duration exponential = base.multipliedBy(1L << doublings);
    Duration bound = exponential.compareTo(cap) < 0 ? exponential : cap;
    return Duration.ofNanos(random.nextLong(bound.toNanos() + 1));
  }
}
