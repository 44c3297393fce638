package io.quantedge.telemetry.application;

import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: {@code random(0, min(cap, base·2^attempt))}, so that many
 * who failed together do not come back together.
 *
 * @param baseMillis above zero
 * @param capMillis at least the base
 */
public record FullJitter(long baseMillis, long capMillis) {
  private static final int MAX_DOUBLINGS = 30;

  public FullJitter {
    if (baseMillis < 1 || capMillis < baseMillis) {
      throw new IllegalArgumentException(
          "backoff must have 1 <= base <= cap; it was " + baseMillis + " and " + capMillis + " ms");
    }
  }

  /**
   * @param attempt how many attempts have failed, 1 or more
   * @return 0 to {@code capMillis}
   */
  public long delayMillis(int attempt, RandomGenerator random) {
    int doublings = Math.min(attempt, MAX_DOUBLINGS);
    long ceiling = baseMillis > capMillis >> doublings ? capMillis : baseMillis << doublings;
    return random.nextLong(Math.min(capMillis, ceiling) + 1);
  }
}
