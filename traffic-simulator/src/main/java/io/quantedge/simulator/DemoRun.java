package io.quantedge.simulator;

import io.quantedge.simulator.domain.scenario.DemoScenario;
import io.quantedge.simulator.domain.scenario.RunIds;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Trades the seeded demo scenario on a running exchange and verifies what became of it. */
public final class DemoRun {
  private DemoRun() {}

  /**
   * Blocks until the verdict is known.
   *
   * @param residentMiB measures the exchange's resident memory; asked a few times during the run
   * @throws InterruptedException if the calling thread is interrupted; senders are stopped first
   * @throws RunFailedException if the run cannot come to a verdict
   */
  public static RunResult run(
      DemoSpec spec, ExchangeAddresses addresses, RunListener listener, LongSupplier residentMiB)
      throws InterruptedException, RunFailedException {
    String runId = RunIds.of(spec.seed(), Instant.now());
    return StandardRun.run(
        DemoScenario.plan(runId, spec.seed(), spec.bids(), spec.slots()),
        addresses,
        listener,
        residentMiB);
  }
}
