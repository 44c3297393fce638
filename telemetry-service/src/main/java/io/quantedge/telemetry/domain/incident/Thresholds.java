package io.quantedge.telemetry.domain.incident;

import java.time.Duration;

/**
 * From where on something is an incident.
 *
 * @param conflictsPerSecond conflicted operations per second in one region, on average over {@code
 *     conflictWindow}
 * @param hotSlotBidsPerSecond bids per second for one slot, on average over {@code hotSlotWindow}
 * @param stalledAfter how long an outcome may wait for its settlement
 * @param reopenAfter how long a lasting trouble may go on after somebody called it resolved
 */
public record Thresholds(
    double conflictsPerSecond,
    Duration conflictWindow,
    double hotSlotBidsPerSecond,
    Duration hotSlotWindow,
    Duration stalledAfter,
    Duration reopenAfter) {

  /** How far back the rules look. */
  public Duration longestWindow() {
    return conflictWindow.compareTo(hotSlotWindow) > 0 ? conflictWindow : hotSlotWindow;
  }
}
