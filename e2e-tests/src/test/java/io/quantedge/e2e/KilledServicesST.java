package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunResult;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * G1, G4, G5 and G9: each service is killed with SIGKILL in the middle of a run and started again,
 * and what the stores hold at the end is the same as if nothing had happened.
 */
@ExtendWith(RunningExchange.class)
class KilledServicesST {
  private static final int BIDS = 6_000;
  private static final int SLOTS = 12;

  @Test
  void evaluatorAndIntakeMayDieWhileBidsFlow(Stack exchange) throws Exception {
    Executioner executioner =
        new Executioner(exchange, "sending bids")
            .kills(Service.EVALUATOR, BIDS / 4)
            .kills(Service.INGEST, BIDS / 2);
    assertEveryCheckHolds(exchange, 7, executioner);
  }

  @Test
  void settlementAndTelemetryMayDieWhileOutcomesFlow(Stack exchange) throws Exception {
    Executioner executioner =
        new Executioner(exchange, "closing auctions")
            .kills(Service.SETTLEMENT, 2)
            .kills(Service.TELEMETRY, 3)
            .kills(Service.EVALUATOR, 4);
    assertEveryCheckHolds(exchange, 8, executioner);
  }

  private static void assertEveryCheckHolds(Stack exchange, long seed, Executioner executioner)
      throws Exception {
    RunResult result =
        DemoRun.run(
            new DemoSpec(seed, BIDS, SLOTS),
            RunningExchange.addresses(exchange),
            executioner,
            exchange::residentMiB);

    System.out.println(result.table());
    assertThat(executioner.spared()).as("services that were to be killed and were not").isEmpty();
    assertThat(result.report().checks())
        .as("seed %d", seed)
        .hasSizeGreaterThan(10)
        .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    for (Service service : Service.values()) {
      exchange.awaitReady(service.partName(), Duration.ofSeconds(60));
    }
  }

  /** Kills services when a phase of the run has come so far. */
  private static final class Executioner implements RunListener {
    private final Stack exchange;
    private final String phase;
    private final Map<Long, Service> sentences = new TreeMap<>();
    private boolean inPhase;

    Executioner(Stack exchange, String phase) {
      this.exchange = exchange;
      this.phase = phase;
    }

    synchronized Executioner kills(Service service, long atProgress) {
      sentences.put(atProgress, service);
      return this;
    }

    synchronized Map<Long, Service> spared() {
      return Map.copyOf(sentences);
    }

    @Override
    public synchronized void phase(String name, long total) {
      System.out.println(name + " (" + total + ")");
      inPhase = name.equals(phase);
    }

    @Override
    public synchronized void progress(long done) {
      if (!inPhase) {
        return;
      }
      sentences
          .entrySet()
          .removeIf(sentence -> {
            boolean due = sentence.getKey() <= done;
            if (due) {
              exchange.kill(sentence.getValue().partName());
            }
            return due;
          });
    }

    @Override
    public void note(String line) {
      System.out.println(line);
    }
  }
}
