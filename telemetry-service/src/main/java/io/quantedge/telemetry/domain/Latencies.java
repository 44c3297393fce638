package io.quantedge.telemetry.domain;

import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.telemetry.domain.OutcomeFold.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the way from a close marker to truth took, as a whole and in its two parts. The instants
 * are read from several machines' clocks, so none is ever below zero. Immutable; samples of it are
 * kept by {@link LatencyFold}.
 */
final class Latencies {
  private Latencies() {}

  /** From the close marker's time to the time of the outcome's record on its topic. */
  static Optional<Duration> closeToOutcome(Decision decision) {
    return decision.recordedAt().map(recordedAt -> between(decision.closedAt(), recordedAt));
  }

  /** From the time of the outcome's record to the committed settlement. */
  static Optional<Duration> outcomeToSettled(Decision decision, SettlementEvent settlement) {
    return decision.recordedAt().map(recordedAt -> between(recordedAt, settlement.committedAt()));
  }

  static Duration closeToSettled(SettlementEvent settlement) {
    return between(settlement.closedAt(), settlement.committedAt());
  }

  private static Duration between(Instant from, Instant to) {
    Duration latency = Duration.between(from, to);
    return latency.isNegative() ? Duration.ZERO : latency;
  }
}
