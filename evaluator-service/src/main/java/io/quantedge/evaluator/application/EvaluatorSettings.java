package io.quantedge.evaluator.application;

import io.quantedge.evaluator.domain.FoldRules;
import java.time.Duration;

/**
 * Bounds and intervals of an evaluator.
 *
 * @param statsInterval how often the traffic of slots that moved is told
 * @param retryDelay how long a failed send waits before it is sent again
 * @param maxInFlight how many sends of one kind may wait for their acknowledgement
 * @param maxUndelivered with how many closed slots waiting to be told reading pauses
 * @param maxRememberedBids with how many bids of open slots in memory reading pauses
 */
public record EvaluatorSettings(
    FoldRules rules,
    Duration statsInterval,
    Duration retryDelay,
    int maxInFlight,
    int maxUndelivered,
    long maxRememberedBids,
    SnapshotRules snapshots,
    Retention retention) {
  public EvaluatorSettings {
    if (maxRememberedBids < 1) {
      throw new IllegalArgumentException(
          "max-remembered-bids must be 1 or more; it was " + maxRememberedBids);
    }
  }

  /**
   * When an open slot is saved: once it holds the commit of its partition back by more than this.
   *
   * @param records how many records a new owner may have to fold again for it
   * @param interval how old they may be
   */
  public record SnapshotRules(long records, Duration interval) {}

  /**
   * How long decided slots are kept.
   *
   * @param outcome how long an outcome stays in memory for queries
   * @param decision how long it is known that the slot was decided; longer than the log is kept
   */
  public record Retention(Duration outcome, Duration decision) {}
}
