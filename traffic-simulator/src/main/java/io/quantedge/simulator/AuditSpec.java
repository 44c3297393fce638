package io.quantedge.simulator;

import io.quantedge.contracts.id.SlotId;
import java.time.Duration;
import java.util.Optional;

/**
 * What to audit.
 *
 * @param slot one slot; empty for all
 * @param patience how long an outcome, a settlement or a write to the bid store may take before it
 *     is taken for lost; zero or more
 * @param retention how long the bid store keeps a slot after its closing time, above zero: the
 *     intake's own setting
 */
public record AuditSpec(Optional<SlotId> slot, Duration patience, Duration retention) {
  /** The longest of both durations. */
  public static final Duration LONGEST = Duration.ofDays(3_650);

  /**
   * @throws IllegalArgumentException with a sentence for people if a duration is out of range
   */
  public AuditSpec {
    if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the patience must be 0 to %d s; it was %d s"
              .formatted(LONGEST.toSeconds(), patience.toSeconds()));
    }
    if (!retention.isPositive() || retention.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the retention must be above 0 and at most %d days; it was %s"
              .formatted(LONGEST.toDays(), retention));
    }
  }
}
