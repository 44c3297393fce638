package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SavedSlots;
import io.quantedge.evaluator.domain.SlotView;
import io.quantedge.evaluator.domain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One owned partition: folds its log, closes its slots in time, and tells their outcomes. Confined
 * to the loop's thread.
 *
 * <p>Until it has read what was there when the partition was assigned it is only replaying: markers
 * that the past needed stand in the log already, so no timer runs and no statistics are told.
 */
final class PartitionEvaluation {
  private final Desk desk;
  private final PartitionFold fold;
  private final long replayUntil;
  private final Closings closings;
  private final Snapshots snapshots;
  private final Archive archive;
  private final Set<SlotId> unpublished = new HashSet<>();
  private final Set<SlotId> unreported = new HashSet<>();
  private int reportsPending;
  private boolean caughtUp;

  /**
   * @param saved what the fold was resumed from
   * @param replayUntil the end of the log now
   */
  PartitionEvaluation(Desk desk, SavedSlots saved, long replayUntil) {
    this.desk = desk;
    this.fold = desk.fold();
    this.replayUntil = replayUntil;
    this.closings = new Closings(desk);
    this.snapshots = new Snapshots(desk, saved.chunkCounts());
    this.archive = new Archive(desk);
    archive.restore(saved);
    fold.closedSlotIds().forEach(snapshots::drop);
    unpublished.addAll(fold.openSlotIds());
    unpublished.addAll(fold.closedSlotIds());
    advanceTo(fold.nextOffset());
  }

  void apply(AuctionEvent event, long offset) {
    FoldEffect effect = fold.apply(event, offset);
    desk.observer().folded(effect);
    switch (effect) {
      case FoldEffect.Opened(SlotDefinition slot) -> {
        moved(slot.slotId());
        if (caughtUp) {
          closings.schedule(slot.slotId(), slot.closesAt());
        }
      }
      case FoldEffect.Closed(AuctionOutcome outcome) -> {
        moved(outcome.slot().slotId());
        tell(outcome);
      }
      case FoldEffect.Judged(SlotId slotId, Verdict.Late late) -> {
        moved(slotId);
        archive.lateBid(slotId);
      }
      case FoldEffect.Judged(SlotId slotId, var verdict) -> moved(slotId);
      case FoldEffect.OpeningIgnored ignored -> {}
      case FoldEffect.MarkerIgnored ignored -> {}
      case FoldEffect.UnknownSlot ignored -> {}
      case FoldEffect.Replayed ignored -> {}
    }
  }

  void advanceTo(long offset) {
    fold.advanceTo(offset);
    if (!caughtUp && offset >= replayUntil) {
      caughtUp = true;
      fold.openSlotIds()
          .forEach(slotId ->
              fold.findOpen(slotId).ifPresent(open -> closings.schedule(slotId, open.deadline())));
    }
    closings.advanced();
  }

  /** What has no hurry: snapshots, and what is old enough to be forgotten. */
  void work(Instant now) {
    if (caughtUp) {
      snapshots.work(now);
      archive.work(now);
    }
  }

  void publishViews() {
    unpublished.forEach(slotId -> fold.view(slotId).ifPresent(desk.views()::publish));
    unpublished.clear();
  }

  /** Tells the traffic of slots that moved, unless the last report is still on its way. */
  void report() {
    if (!caughtUp) {
      return;
    }
    archive.saveLate();
    if (reportsPending > 0) {
      return;
    }
    for (SlotId slotId : unreported) {
      reportsPending++;
      desk.reports()
          .untilAcknowledged(
              desk, "traffic of " + slotId, () -> publish(slotId), told -> reportsPending--);
    }
    unreported.clear();
  }

  void release() {
    desk.clear();
  }

  boolean isCaughtUp() {
    return caughtUp;
  }

  PartitionFold fold() {
    return fold;
  }

  private void moved(SlotId slotId) {
    unpublished.add(slotId);
    unreported.add(slotId);
  }

  /**
   * Outcome first, state second, and only then the commit may pass the slot. A state without its
   * outcome would make the next owner skip the slot, and nobody would ever settle it. The final
   * traffic goes with the outcome, so that it cannot be lost either.
   */
  private void tell(AuctionOutcome outcome) {
    SlotId slotId = outcome.slot().slotId();
    boolean live = caughtUp;
    unreported.remove(slotId);
    desk.urgent()
        .untilAcknowledged(
            desk,
            "outcome of " + slotId,
            () -> announce(outcome),
            told -> announced(outcome, live));
  }

  private CompletionStage<?> announce(AuctionOutcome outcome) {
    return desk.outbound()
        .announce(outcome)
        .thenCombine(publish(outcome.slot().slotId()), (first, second) -> first);
  }

  private void announced(AuctionOutcome outcome, boolean live) {
    if (live) {
      Duration sinceClose = Duration.between(closeDue(outcome), desk.clock().instant());
      desk.observer().announced(outcome, sinceClose.isNegative() ? Duration.ZERO : sinceClose);
    }
    SlotState.Decided state = decidedState(outcome.slot().slotId());
    desk.urgent()
        .untilAcknowledged(
            desk,
            "state of " + state.slotId(),
            () -> desk.outbound().remember(desk.partition(), state),
            saved -> {
              fold.markDecided(state);
              snapshots.drop(state.slotId());
              archive.decided(state.slotId(), desk.clock().instant());
            });
  }

  private static Instant closeDue(AuctionOutcome outcome) {
    return switch (outcome.closeCause()) {
      case TIMER -> outcome.deadline();
      case REQUEST -> outcome.closedAt();
    };
  }

  private SlotState.Decided decidedState(SlotId slotId) {
    return fold.decidedState(slotId)
        .orElseThrow(() -> new IllegalStateException(slotId + " has no outcome to be kept"));
  }

  /** Of a slot whose outcome is forgotten nothing is told any more. */
  private CompletionStage<?> publish(SlotId slotId) {
    Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MICROS);
    Optional<TrafficStats> stats = fold.view(slotId).map((SlotView view) -> view.toStats(now));
    return stats
        .<CompletionStage<?>>map(desk.outbound()::publish)
        .orElseGet(() -> CompletableFuture.completedStage(slotId));
  }
}
