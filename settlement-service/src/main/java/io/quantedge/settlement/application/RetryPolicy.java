package io.quantedge.settlement.application;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * When to try again, and after how long: full jitter, {@code random(0, min(cap, base ·
 * 2^attempt))}, bounded by attempts and by a deadline. Full jitter spreads contenders best (M.
 * Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015). Thread-safe.
 *
 * @param maxAttempts all attempts of an operation, the first included; 1 or more
 * @param deadline no attempt begins later than this after the operation's beginning
 * @param base the scale of the first backoff, above zero
 * @param cap no backoff is longer
 */
public record RetryPolicy(int maxAttempts, Duration deadline, Duration base, Duration cap) {
  public RetryPolicy {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be 1 or more; it was " + maxAttempts);
    }
    if (base.toMillis() < 1 || cap.compareTo(base) < 0 || deadline.isNegative()) {
      throw new IllegalArgumentException(
          "a retry needs 1 ms <= base <= cap and a deadline of zero or more; it was "
              + base
              + ", "
              + cap
              + ", "
              + deadline);
    }
  }

  /**
   * The most that is waited after an attempt.
   *
   * @param attempt the attempt that failed, from 1
   */
  public long ceilingMillis(int attempt) {
    // 2^30 ms are twelve days: beyond any cap, and far from overflow.
    long factor = 1L << Math.min(attempt, 30);
    return base.toMillis() > cap.toMillis() / factor ? cap.toMillis() : base.toMillis() * factor;
  }

  /**
   * How long to wait before the next attempt, or nothing if there must be none.
   *
   * @param attempt the attempt that failed, from 1
   * @param elapsed since the operation began
   */
  public OptionalLong backoffMillis(int attempt, Duration elapsed, RandomGenerator random) {
    if (attempt >= maxAttempts) {
      return OptionalLong.empty();
    }
    long backoffMillis = random.nextLong(ceilingMillis(attempt) + 1);
    boolean inTime = elapsed.plusMillis(backoffMillis).compareTo(deadline) < 0;
    return inTime ? OptionalLong.of(backoffMillis) : OptionalLong.empty();
  }
}
