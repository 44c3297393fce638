package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.stack.Stack;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo's own checks hold: they read the stores and compare with a brute-force oracle. */
@ExtendWith(RunningExchange.class)
class DemoST {
  private static final long SEED = 20_261_121;

  @Test
  void everyCheckHoldsWhileFourWorkersContendForEachSettlement(Stack exchange) throws Exception {
    RunResult result =
        DemoRun.run(
            new DemoSpec(SEED, 4_000, 12),
            RunningExchange.addresses(exchange),
            new RunningExchange.PrintingRunListener(),
            exchange::residentMiB);

    System.out.println(result.table());
    assertThat(result.report().checks())
        .as("seed %d", SEED)
        .hasSizeGreaterThan(10)
        .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    assertThat(result.allHold()).isTrue();
    assertThat(result.report().conflicts().conflicts())
        .as("conflicts met while four workers contend for each of twelve slots")
        .isPositive();
    assertThat(result.report().conflicts().exhausted()).isZero();
  }
}
