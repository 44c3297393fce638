package io.quantedge.simulator;

import io.quantedge.simulator.application.Backoff;
import io.quantedge.simulator.application.Settings;
import io.quantedge.simulator.application.Simulation;
import io.quantedge.simulator.application.Simulation.Ports;
import io.quantedge.simulator.application.Simulation.Telling;
import io.quantedge.simulator.application.Simulation.Timing;
import io.quantedge.simulator.domain.scenario.Scenario;
import io.quantedge.simulator.dynamodb.DynamoBidStore;
import io.quantedge.simulator.http.HttpExchange;
import io.quantedge.simulator.http.HttpTelemetry;
import io.quantedge.simulator.kafka.KafkaLogs;
import io.quantedge.simulator.report.ResultTable;
import io.quantedge.simulator.sql.JdbcTruthStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;

/** Runs a scenario on a real exchange, with real time. */
final class StandardRun {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private StandardRun() {}

  private record CompletedRun(RunReport report, String table) implements RunResult {
    @Override
    public boolean allHold() {
      return report.allHold();
    }
  }

  static RunResult run(
      Scenario scenario, ExchangeAddresses at, RunListener listener, LongSupplier residentMiB)
      throws InterruptedException, RunFailedException {
    try (HttpExchange exchange = new HttpExchange(at.ingest(), at.settlement());
        HttpTelemetry telemetry = new HttpTelemetry(at.telemetry());
        KafkaLogs logs = new KafkaLogs(at.kafkaBootstrap());
        DynamoBidStore bidStore = new DynamoBidStore(at.dynamoDb())) {
      JdbcTruthStore truthStore =
          new JdbcTruthStore(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
      RunReport report =
          new Simulation(
                  new Ports(exchange, logs, bidStore, truthStore, telemetry),
                  Settings.standard(),
                  new Timing(
                      Clock.systemUTC(),
                      Thread::sleep,
                      new Backoff(
                          FIRST_PAUSE,
                          LONGEST_PAUSE,
                          bound -> ThreadLocalRandom.current().nextLong(bound))),
                  new Telling(listener, residentMiB))
              .run(scenario);
      return new CompletedRun(report, ResultTable.of(report));
    } catch (KafkaException e) {
      throw new RunFailedException(
          "Kafka at %s could not be used: %s".formatted(at.kafkaBootstrap(), e.getMessage()), e);
    }
  }
}
