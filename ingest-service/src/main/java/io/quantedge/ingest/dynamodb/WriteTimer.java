package io.quantedge.ingest.dynamodb;

import java.time.Duration;

/** The time by which writes are paced, and a hand to come back later. Thread-safe. */
interface WriteTimer {
  /** Nanoseconds since an origin that never changes; never negative, never goes back. */
  long nanoTime();

  /** Runs a short task once, after a wait. */
  void after(Duration wait, Runnable task);
}
