package io.quantedge.telemetry.domain;

import java.time.Duration;

/**
 * One latency of one slot, told once, for histograms that are kept elsewhere. Immutable.
 *
 * @param duration zero or more
 */
public record Latency(Stage stage, Duration duration) {
  /** Which part of the way from a close marker to truth. */
  public enum Stage {
    /** From the close marker to the outcome's record on its topic. */
    CLOSE_TO_OUTCOME,
    /** From that record to the committed settlement. */
    OUTCOME_TO_SETTLED,
    /** From the close marker to the committed settlement. */
    CLOSE_TO_SETTLED
  }
}
