package io.quantedge.ingest.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stamps bids. Equal bids are ranked by their acceptance time, so two bids that one node took one
 * after the other must never carry the same instant or go backwards when the wall clock is set
 * back. Thread-safe.
 */
public final class AcceptanceClock {
  private final Clock wallClock;
  private final AtomicLong lastMicros = new AtomicLong(Long.MIN_VALUE);

  public AcceptanceClock(Clock wallClock) {
    this.wallClock = wallClock;
  }

  /** The next instant: the wall clock's, in whole microseconds, but always later than the last. */
  public Instant next() {
    long nowMicros = ChronoUnit.MICROS.between(Instant.EPOCH, wallClock.instant());
    long micros = lastMicros.updateAndGet(last -> Math.max(nowMicros, last + 1));
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
