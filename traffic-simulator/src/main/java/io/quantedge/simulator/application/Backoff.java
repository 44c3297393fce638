package io.quantedge.simulator.application;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Full jitter: a pause drawn evenly from zero to a bound that doubles with each attempt, so that
 * many senders that failed together do not come back together. Thread-safe if the random source is.
 *
 * @param base the first bound
 * @param cap the largest bound
 * @param random a number from 0 to below its argument
 */
public record Backoff(Duration base, Duration cap, LongUnaryOperator random) {
  private static final int MAX_DOUBLINGS = 30;

  /**
   * @param attempt 0 after the first failure
   * @param atLeast what the service asked for; the jitter comes on top
   */
  public Duration pause(int attempt, Duration atLeast) {
    long bound = base.toMillis() << Math.min(attempt, MAX_DOUBLINGS);
    long jitter = random.applyAsLong(Math.clamp(bound, 1, cap.toMillis()) + 1);
    return atLeast.compareTo(cap) < 0 ? atLeast.plusMillis(jitter) : cap.plusMillis(jitter);
  }
}
