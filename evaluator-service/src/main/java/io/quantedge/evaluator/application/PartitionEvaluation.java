package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SlotView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
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
  private final int partition;
  private final PartitionFold fold;
  private final long replayUntil;
  private final Workbench bench;
  private final Set<SlotId> unpublished = new HashSet<>();
  private final Set<SlotId> unreported = new HashSet<>();
  private int reportsPending;
  private boolean caughtUp;

  PartitionEvaluation(int partition, PartitionFold fold, long replayUntil, Workbench bench) {
    this.partition = partition;
    this.fold = fold;
    this.replayUntil = replayUntil;
    this.bench = bench;
    advanceTo(fold.nextOffset());
  }

  /** What all partitions of an evaluator share. */
  record Workbench(
      Outbound outbound,
      EvaluationObserver observer,
      SlotViews views,
      Clock clock,
      Agenda agenda,
      Sends urgent,
      Sends reports) {}

  void restore(AuctionOutcome outcome) {
    fold.restore(outcome);
    unpublished.add(outcome.slot().slotId());
  }

  void apply(AuctionEvent event, long offset) {
    FoldEffect effect = fold.apply(event, offset);
    bench.observer.folded(effect);
    switch (effect) {
      case FoldEffect.Opened(SlotDefinition slot) -> {
        moved(slot.slotId());
        if (caughtUp) {
          setTimer(slot);
        }
      }
      case FoldEffect.Closed(AuctionOutcome outcome) -> {
        moved(outcome.slot().slotId());
        tell(outcome);
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
      fold.openSlots().forEach(this::setTimer);
    }
  }

  void publishViews() {
    unpublished.forEach(slotId -> fold.view(slotId).ifPresent(bench.views::publish));
    unpublished.clear();
  }

  /** Tells the traffic of slots that moved, unless the last report is still on its way. */
  void report() {
    if (!caughtUp || reportsPending > 0) {
      return;
    }
    for (SlotId slotId : unreported) {
      reportsPending++;
      bench.reports.untilAcknowledged(
          this,
          "traffic of " + slotId,
          () -> bench.outbound.publish(stats(slotId)),
          () -> reportsPending--);
    }
    unreported.clear();
  }

  void release() {
    bench.agenda.forget(this);
    bench.urgent.forget(this);
    bench.reports.forget(this);
    bench.views.drop(partition);
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

  private void setTimer(SlotDefinition slot) {
    bench.agenda.after(slot.closesAt(), this, () -> requestClose(slot.slotId()));
  }

  private void requestClose(SlotId slotId) {
    bench.urgent.untilAcknowledged(
        this, "close marker of " + slotId, () -> appendMarker(slotId), () -> {});
  }

  private CompletionStage<?> appendMarker(SlotId slotId) {
    if (!fold.isOpen(slotId)) {
      return CompletableFuture.completedStage(slotId);
    }
    Instant now = bench.clock.instant().truncatedTo(ChronoUnit.MICROS);
    return bench.outbound.appendMarker(partition, new CloseMarked(slotId, CloseCause.TIMER, now));
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
    bench.urgent.untilAcknowledged(
        this, "outcome of " + slotId, () -> announce(outcome), () -> announced(outcome, live));
  }

  private CompletionStage<?> announce(AuctionOutcome outcome) {
    return bench
        .outbound
        .announce(outcome)
        .thenCombine(
            bench.outbound.publish(stats(outcome.slot().slotId())), (first, second) -> first);
  }

  private void announced(AuctionOutcome outcome, boolean live) {
    if (live) {
      Duration sinceClose = Duration.between(closeDue(outcome), bench.clock.instant());
      bench.observer.announced(outcome, sinceClose.isNegative() ? Duration.ZERO : sinceClose);
    }
    SlotState.Decided state = new SlotState.Decided(outcome.slot().slotId(), outcome);
    bench.urgent.untilAcknowledged(
        this,
        "state of " + state.slotId(),
        () -> bench.outbound.remember(partition, state),
        () -> fold.markDecided(outcome));
  }

  private static Instant closeDue(AuctionOutcome outcome) {
    return switch (outcome.closeCause()) {
      case TIMER -> outcome.slot().closesAt();
      case REQUEST -> outcome.closedAt();
    };
  }

  private TrafficStats stats(SlotId slotId) {
    return fold.view(slotId)
        .map((SlotView view) -> view.toStats(bench.clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .orElseThrow(() -> new IllegalStateException(slotId + " is not of this partition"));
  }
}
