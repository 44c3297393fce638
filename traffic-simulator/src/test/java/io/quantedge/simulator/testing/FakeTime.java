package io.quantedge.simulator.testing;

import io.quantedge.simulator.application.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when somebody pauses. */
public final class FakeTime extends Clock implements Pause {
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");

  @Override
  public synchronized void pause(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
