package io.quantedge.simulator.application;

import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.application.Simulation.Ports;
import io.quantedge.simulator.application.Simulation.Telling;
import io.quantedge.simulator.application.Simulation.Timing;
import io.quantedge.simulator.domain.check.Check;
import io.quantedge.simulator.domain.scenario.Scenario;
import io.quantedge.simulator.testing.FakeTime;
import io.quantedge.simulator.testing.InMemoryExchange;
import java.time.Duration;
import java.util.List;

/** Runs scenarios on an exchange in memory, in no time. */
public final class TestRuns {
  private TestRuns() {}

  public static RunReport run(
      Scenario scenario,
      Exchange requests,
      InMemoryExchange exchange,
      FakeTime time,
      RunListener listener)
      throws Exception {
    Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2), bound -> bound - 1);
    return new Simulation(
            new Ports(requests, exchange, exchange, exchange, exchange),
            Settings.standard(),
            new Timing(time, time, backoff),
            new Telling(listener, () -> 123))
        .run(scenario);
  }

  /** The names of the checks that do not hold. */
  public static List<String> failed(RunReport report) {
    return report.checks().stream().filter(check -> !check.holds()).map(Check::name).toList();
  }
}
