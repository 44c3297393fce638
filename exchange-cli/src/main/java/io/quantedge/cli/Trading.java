package io.quantedge.cli;

import io.quantedge.localstack.stack.StackAddresses;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.ExchangeAddresses;
import io.quantedge.simulator.ReplayRun;
import io.quantedge.simulator.ReplaySpec;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.RunResult;
import java.util.function.LongSupplier;

/** Work to be done on a running stack. */
@FunctionalInterface
interface Trading {
  /**
   * Blocks until there is a verdict.
   *
   * @throws RunFailedException if there is none
   */
  RunResult run(StackAddresses addresses, RunListener listener, LongSupplier residentMiB)
      throws InterruptedException, RunFailedException;

  /** The seeded scenario. */
  static Trading demo(DemoSpec spec) {
    return (addresses, listener, memory) ->
        DemoRun.run(spec, forSimulator(addresses), listener, memory);
  }

  /** Recorded auctions. */
  static Trading replay(ReplaySpec spec) {
    return (addresses, listener, memory) ->
        ReplayRun.run(spec, forSimulator(addresses), listener, memory);
  }

  /** The stack's addresses in the simulator's words. */
  static ExchangeAddresses forSimulator(StackAddresses addresses) {
    return new ExchangeAddresses(
        addresses.ingest(),
        addresses.evaluator(),
        addresses.settlement(),
        addresses.telemetry(),
        addresses.kafkaBootstrap(),
        addresses.dynamoDb(),
        addresses.jdbcUrl(),
        addresses.jdbcUser(),
        addresses.jdbcPassword());
  }
}
