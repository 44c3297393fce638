package io.quantedge.settlement.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Bounds the retries of a whole process, so that a store in trouble is not buried under them: every
 * operation earns a share of a retry, and each retry costs one. When nothing is left, operations
 * end after the attempt that failed, and their outcomes wait instead of pressing on. A token
 * bucket: what is earned in quiet times is kept up to a limit. Thread-safe.
 */
public final class RetryBudget {
  /** A whole retry; parts of it are exact. */
  private static final long RETRY = 1_000_000;

  private static final long NANOS_PER_MICRO = 1_000;

  private final long perOperation;
  private final int perSecond;
  private final long most;
  private final Clock clock;
  private long saved;
  private Instant updatedAt;

  /**
   * @param percentPerOperation hundredths of a retry that each operation earns, 0 or more
   * @param perSecond retries that are earned without operations, so that a quiet process can retry
   *     too, 0 to 1,000,000
   * @param most how many can be saved, 1 or more; also what the process begins with
   */
  public RetryBudget(int percentPerOperation, int perSecond, int most, Clock clock) {
    if (percentPerOperation < 0 || perSecond < 0 || perSecond > RETRY || most < 1) {
      throw new IllegalArgumentException(
          "a retry budget earns zero or more and saves one or more; it was "
              + percentPerOperation
              + "% for each operation, "
              + perSecond
              + " a second, "
              + most
              + " at most");
    }
    this.perOperation = percentPerOperation * RETRY / 100;
    this.perSecond = perSecond;
    this.most = most * RETRY;
    this.clock = clock;
    this.saved = this.most;
    this.updatedAt = clock.instant();
  }

  /** An operation makes its first attempt. */
  public synchronized void operationBegun() {
    earn(perOperation);
  }

  /**
   * @return whether a retry may be made; it is then paid for
   */
  public synchronized boolean takeRetry() {
    earn(0);
    if (saved < RETRY) {
      return false;
    }
    saved -= RETRY;
    return true;
  }

  /** How many retries could be made now. */
  public synchronized long available() {
    earn(0);
    return saved / RETRY;
  }

  private void earn(long more) {
    Instant now = clock.instant();
    // One retry is a million parts, so a rate per second is as many parts per microsecond. What is
    // beyond a full bucket is not counted, which also keeps the product in range. A clock that is
    // set back earns nothing.
    long micros = Math.max(0, Duration.between(updatedAt, now).toNanos() / NANOS_PER_MICRO);
    long earned = micros > most ? (perSecond == 0 ? 0 : most) : micros * perSecond;
    saved = Math.min(most, saved + more + earned);
    updatedAt = now.isAfter(updatedAt) ? updatedAt.plusNanos(micros * NANOS_PER_MICRO) : now;
  }
}
