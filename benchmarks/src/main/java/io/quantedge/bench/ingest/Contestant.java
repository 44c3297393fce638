package io.quantedge.bench.ingest;

import java.time.Duration;

/** One of those whose speed is compared. Used by one thread. */
interface Contestant {
  /** For people. */
  String name();

  /** Takes as many bids as it can for so long. */
  Work work(Duration duration) throws Exception;

  /** How many bids of all it took must be in the auction log. */
  long acknowledged();
}
