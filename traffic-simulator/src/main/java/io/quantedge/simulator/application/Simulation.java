package io.quantedge.simulator.application;

import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.application.Logs.Marks;
import io.quantedge.simulator.application.Trading.Traded;
import io.quantedge.simulator.application.Verification.Sources;
import io.quantedge.simulator.application.Verification.Verified;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** One run of a scenario from its first request to its verdict. Used once. */
public final class Simulation {
  private final Ports ports;
  private final Settings settings;
  private final Timing timing;
  private final Telling telling;

  public Simulation(Ports ports, Settings settings, Timing timing, Telling telling) {
    this.ports = ports;
    this.settings = settings;
    this.timing = timing;
    this.telling = telling;
  }

  /** The parts of the exchange. */
  public record Ports(
      Exchange exchange,
      Logs logs,
      BidStore bidStore,
      TruthStore truthStore,
      Telemetry telemetry) {}

  /** How time passes. */
  public record Timing(Clock clock, Pause pause, Backoff backoff) {}

  /**
   * Who is told, and asked for memory.
   *
   * @param residentMiB measured now and then
   */
  public record Telling(RunListener listener, LongSupplier residentMiB) {}

  /** Blocks until the verdict is known. */
  public RunReport run(Scenario scenario) throws InterruptedException, RunFailedException {
    Instant startedAt = timing.clock().instant();
    Marks start = ports.logs().ends();
    MemoryWatch memory = new MemoryWatch(telling.residentMiB());
    RunListener listener = memory.watching(telling.listener());
    Persistence persistence =
        new Persistence(timing.clock(), timing.pause(), timing.backoff(), settings.patience());
    Traded traded =
        new Trading(ports.exchange(), persistence, settings, timing.clock(), listener)
            .trade(scenario);
    Verified verified =
        new Verification(
                new Sources(ports.logs(), ports.bidStore(), ports.truthStore(), ports.telemetry()),
                new Waiting(timing.clock(), timing.pause(), settings),
                listener)
            .verify(scenario, start, traded);
    memory.measure();
    Instant finishedAt = timing.clock().instant();
    RunReport report =
        new ReportMaker(scenario, traded, verified)
            .make(startedAt, Duration.between(startedAt, finishedAt), memory.mostMiB());
    publish(report, finishedAt, persistence);
    return report;
  }

  private void publish(RunReport report, Instant finishedAt, Persistence persistence)
      throws InterruptedException {
    boolean allHold = report.allHold();
    Reply reply = persistence.ask(() -> ports.telemetry().publish(report, allHold, finishedAt));
    switch (reply) {
      case Reply.Refused(var code, var detail) ->
          telling.listener().note("telemetry did not keep this run: " + code + ": " + detail);
      case Reply.TryLater later ->
          telling.listener().note("telemetry did not keep this run: " + later.problem());
      case Reply.Done done -> {}
      case Reply.Acknowledged acknowledged -> {}
    }
  }
}
