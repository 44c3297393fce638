package io.quantedge.bench.settle;

import io.quantedge.bench.Market;
import io.quantedge.bench.stats.Throughput;

/** One of those whose speed is compared. Used by one thread. */
interface Contestant extends AutoCloseable {
  /** For people. */
  String name();

  /** The market that it settles. */
  Market market();

  /**
   * Settles the market's next outcomes; returns when the store has all of them.
   *
   * @param outcomes how many, 2 or more
   */
  Throughput settle(int outcomes) throws Exception;

  @Override
  void close();
}
