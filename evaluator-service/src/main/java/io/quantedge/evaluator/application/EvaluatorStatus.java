package io.quantedge.evaluator.application;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the loop is, for readiness and for queries. Thread-safe. */
@ApplicationScoped
public class EvaluatorStatus {
  private volatile Phase phase = Phase.STOPPED;

  public Phase phase() {
    return phase;
  }

  public void report(Phase now) {
    phase = now;
  }

  public boolean isReady() {
    return phase == Phase.READY;
  }

  /** What the loop is doing. */
  public enum Phase {
    /** It connects and joins the group. */
    JOINING,
    /** It owns partitions and reads what was written before it did. */
    CATCHING_UP,
    /** It has read everything that was there when it got its partitions. */
    READY,
    /** It remembers as many bids of open slots as it may and reads nothing more. */
    FULL,
    /** It failed and will be started again. */
    FAILED,
    STOPPED
  }
}
