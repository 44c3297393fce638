package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.Limits;
import io.quantedge.telemetry.domain.Totals;
import java.time.Clock;
import java.time.Duration;

/** States without a container, for tests. */
public final class States {
  private States() {}

  public static TelemetryState empty(Clock clock) {
    return new TelemetryState(
        clock,
        new NoSink(),
        new Limits(10_000, 5_000, 100_000, 2_000),
        new TelemetryState.ReportSizes(30, 50, 60));
  }

  public static Rebuild rebuild(Clock clock) {
    return new Rebuild(clock);
  }

  static final class NoSink implements FigureSink {
    @Override
    public void closeToSettled(Duration latency) {}

    @Override
    public void publish(Totals totals, double bidsPerSecond) {}
  }
}
