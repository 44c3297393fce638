package io.quantedge.dsql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket for new connections: Aurora DSQL refuses more than 100 a second per cluster
 * (SQLSTATE 53400), and an outage ends with everybody connecting at once. Not thread-safe.
 */
final class ConnectionLimiter {
  /** What one connection costs; this much is earned in a second for each one allowed. */
  private static final long COST = Duration.ofSeconds(1).toNanos();

  private final Clock clock;
  private final int perSecond;
  private long credit;
  private Instant countedAt;

  /**
   * @param perSecond how many in a second, and how many at once; 1 to 1,000,000
   */
  ConnectionLimiter(int perSecond, Clock clock) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.credit = perSecond * COST;
    this.countedAt = clock.instant();
  }

  /**
   * Takes one connection's turn if there is one.
   *
   * @return zero if the connection may be opened now; else how long to wait before asking again
   */
  Duration take() {
    earn();
    if (credit >= COST) {
      credit -= COST;
      return Duration.ZERO;
    }
    return Duration.ofNanos(Math.ceilDiv(COST - credit, perSecond)).plusMillis(1);
  }

  private void earn() {
    Instant now = clock.instant();
    Duration elapsed = Duration.between(countedAt, now);
    countedAt = now;
    if (elapsed.compareTo(Duration.ofSeconds(1)) >= 0) {
      credit = perSecond * COST;
    } else if (elapsed.isPositive()) {
      credit = Math.min(perSecond * COST, credit + elapsed.toNanos() * perSecond);
    }
  }
}
