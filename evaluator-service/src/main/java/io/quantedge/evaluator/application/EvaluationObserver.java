package io.quantedge.evaluator.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.evaluator.domain.FoldEffect;
import java.time.Duration;

/** Who watches an evaluator at work. Called on the loop's thread; must not block or throw. */
public interface EvaluationObserver {
  void folded(FoldEffect effect);

  /** A record of the log, or of the decided slots, could not be read and was skipped. */
  void undecodable();

  void sendFailed();

  /**
   * An outcome that was closed live, not in a replay, is with settlement.
   *
   * @param sinceClose from {@code closesAt}, or from the request's marker, to the acknowledgement
   */
  void announced(AuctionOutcome outcome, Duration sinceClose);

  /** An open slot was saved, so that it need not be folded from its opening again. */
  void snapshotTaken();

  void loopRestarted();

  void measured(Load load);

  /**
   * How much an evaluator holds.
   *
   * @param rememberedBids bids in the memories of the open slots
   * @param rememberedBytes what they take of the heap
   * @param uncommitted records that a new owner would have to fold again
   * @param undelivered outcomes and markers that are not acknowledged yet
   * @param lag records of the owned partitions that are not read yet
   */
  record Load(
      int partitions,
      long openSlots,
      long rememberedBids,
      long rememberedBytes,
      long uncommitted,
      long undelivered,
      long lag) {
    public static final Load NONE = new Load(0, 0, 0, 0, 0, 0, 0);
  }
}
