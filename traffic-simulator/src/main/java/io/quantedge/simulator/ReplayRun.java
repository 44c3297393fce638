package io.quantedge.simulator;

import io.quantedge.simulator.csv.RecordedAuctions;
import io.quantedge.simulator.domain.scenario.RecordedBid;
import io.quantedge.simulator.domain.scenario.ReplayScenario;
import io.quantedge.simulator.domain.scenario.RunIds;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/** Replays recorded auctions on a running exchange and verifies what became of them. */
public final class ReplayRun {
  private ReplayRun() {}

  /**
   * Blocks until the verdict is known. The file is read and judged as a whole before anything is
   * sent.
   *
   * @param residentMiB measures the exchange's resident memory; asked a few times during the run
   * @throws InterruptedException if the calling thread is interrupted; senders are stopped first
   * @throws RunFailedException if the file has a bad row, or the run cannot come to a verdict
   */
  public static RunResult run(
      ReplaySpec spec, ExchangeAddresses addresses, RunListener listener, LongSupplier residentMiB)
      throws InterruptedException, RunFailedException {
    List<RecordedBid> recorded = RecordedAuctions.read(spec.csv());
    String runId = RunIds.of(spec.seed(), Instant.now());
    return StandardRun.run(
        ReplayScenario.plan(runId, spec.seed(), recorded), addresses, listener, residentMiB);
  }
}
