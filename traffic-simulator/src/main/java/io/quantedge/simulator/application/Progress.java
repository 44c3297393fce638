package io.quantedge.simulator.application;

import io.quantedge.simulator.RunListener;

/**
 * Counts the steps of one phase and tells the listener about some of them, never backwards.
 * Thread-safe.
 */
public final class Progress {
  private static final int REPORTS_PER_PHASE = 400;

  private final RunListener listener;
  private final long total;
  private final long stride;
  private long done;

  public Progress(RunListener listener, String phase, long total) {
    this.listener = listener;
    this.total = total;
    this.stride = Math.max(1, total / REPORTS_PER_PHASE);
    listener.phase(phase, total);
  }

  /** One step more. */
  public synchronized void step() {
    done++;
    if (done % stride == 0 || done == total) {
      listener.progress(done);
    }
  }

  /** Moves on to a count; smaller ones are passed over. */
  public synchronized void reach(long count) {
    if (count > done) {
      done = count;
      listener.progress(done);
    }
  }
}
