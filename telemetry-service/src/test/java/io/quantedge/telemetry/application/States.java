package io.quantedge.telemetry.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.domain.Latency;
import io.quantedge.telemetry.domain.Limits;
import io.quantedge.telemetry.domain.ListPrices;
import io.quantedge.telemetry.domain.Overview.Check;
import io.quantedge.telemetry.domain.Totals;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** States without a container, for tests. */
public final class States {
  public static final ListPrices PRICES =
      new ListPrices(
          "USD",
          new BigDecimal("0.625"),
          new BigDecimal("8.00"),
          new BigDecimal("0.05"),
          new BigDecimal("0.01"),
          1);

  private States() {}

  public static TelemetryState empty(Clock clock) {
    return new TelemetryState(
        clock,
        new NoSink(),
        new Limits(10_000, 5_000, 100_000, 2_000),
        new TelemetryState.ReportSizes(30, 50, 60),
        PRICES);
  }

  /** What completes a state that is rebuilt, from a store. */
  public static Completion completion(
      TelemetryState state, TruthHistory history, Rebuild rebuild, Clock clock) {
    return new Completion(
        state, history, rebuild, new ArchiveStatus(), new Completion.Settings(7, 10_000), clock);
  }

  /** What a watcher gets after these events. */
  public static LiveFrame frameOf(List<?> events) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    TelemetryState state = empty(clock);
    state.sample();
    events.forEach(event -> {
      switch (event) {
        case TrafficStats stats -> state.apply(stats);
        case AuctionOutcome outcome -> state.apply(outcome, outcome.closedAt().plusMillis(5));
        case SettlementEvent settlement -> state.apply(settlement);
        case ConflictEvent conflict -> state.apply(conflict);
        default -> throw new IllegalArgumentException("no such event: " + event);
      }
    });
    TelemetryState.Snapshot snapshot = state.snapshot();
    return new LiveFrame(
        1,
        snapshot.at(),
        true,
        snapshot.overview(),
        snapshot.conflicts(),
        snapshot.cost(),
        snapshot.samples());
  }

  public static Rebuild rebuild(Clock clock) {
    return new Rebuild(clock);
  }

  static final class NoSink implements FigureSink {
    @Override
    public void latency(Latency latency) {}

    @Override
    public void reconciled(List<Check> checks) {}

    @Override
    public void publish(Totals totals, double bidsPerSecond) {}
  }
}
