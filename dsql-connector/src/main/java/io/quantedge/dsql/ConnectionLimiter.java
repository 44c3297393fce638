package io.quantedge.dsql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket for new connections: Aurora DSQL refuses more than 100 a second per cluster
 * (SQLSTATE 53400), and an outage ends with everybody connecting at once. Not thread-safe.
 */
final class ConnectionLimiter {
  private final Clock clock;
  private final int perSecond;
  private double available;
  private Instant countedAt;

  /**
   * @param perSecond how many in a second, and how many at once
   */
  ConnectionLimiter(int perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.available = perSecond;
    this.countedAt = clock.instant();
  }

  /**
   * Takes one connection's turn if there is one.
   *
   * @return zero if the connection may be opened now; else how long to wait before asking again
   */
  Duration take() {
    refill();
    if (available >= 1) {
      available -= 1;
      return Duration.ZERO;
    }
    return Duration.ofMillis((long) Math.ceil((1 - available) * 1_000 / perSecond));
  }

  private void refill() {
    Instant now = clock.instant();
    long elapsedNanos = Math.max(0, Duration.between(countedAt, now).toNanos());
    available = Math.min(perSecond, available + elapsedNanos * (double) perSecond / 1_000_000_000);
    countedAt = now;
  }
}
