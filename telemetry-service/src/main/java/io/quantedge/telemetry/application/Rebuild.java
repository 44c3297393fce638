package io.quantedge.telemetry.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the state has been rebuilt since start, and whether the topics are still in reach. Before
 * it has caught up with what the topics held at start, its figures would be true and misleading.
 * Thread-safe.
 */
@ApplicationScoped
public class Rebuild {
  private final Clock clock;
  private volatile boolean topicsRead;
  private volatile boolean needsCompletion;
  private volatile boolean caughtUp;
  private volatile long remaining = -1;
  private volatile Instant lastContactAt = Instant.EPOCH;

  Rebuild(Clock clock) {
    this.clock = clock;
  }

  /**
   * The broker answered.
   *
   * @param remainingRecords how many records of the start's end offsets are still to be read
   */
  public synchronized void progressed(long remainingRecords) {
    remaining = remainingRecords;
    if (remainingRecords == 0) {
      topicsRead = true;
      caughtUp = caughtUp || !needsCompletion;
    }
    lastContactAt = clock.instant();
  }

  /** The topics have lost records that the truth store is asked for first. */
  public synchronized void needsCompletion(boolean isNeeded) {
    needsCompletion = isNeeded;
  }

  /** The truth store was asked; whether it answered, the coverage of the figures says. */
  public synchronized void completed() {
    needsCompletion = false;
    caughtUp = caughtUp || topicsRead;
  }

  /** Whether every record of the start's end offsets was read. */
  public boolean hasReadTopics() {
    return topicsRead;
  }

  /** Once true, it stays true: later records are news, not history. */
  public boolean hasCaughtUp() {
    return caughtUp;
  }

  /** Records of the start's end offsets still to be read; −1 until the broker told them. */
  public long remainingRecords() {
    return remaining;
  }

  /** How long the broker has not answered. */
  public Duration silence() {
    return Duration.between(lastContactAt, clock.instant());
  }
}
