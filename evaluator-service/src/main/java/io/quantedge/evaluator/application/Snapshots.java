package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.evaluator.application.EvaluatorSettings.SnapshotRules;
import io.quantedge.evaluator.domain.PartitionFold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Saves the open slots of one partition that hold its commit back for long, so that a new owner has
 * a bounded part of the log to fold again. Confined to the loop's thread.
 *
 * <p>First the chunks of remembered bids that are full and not saved yet, then, when they are
 * acknowledged, the head. A slot's chunks are written once each; only the head comes again. All of
 * it is sent a few messages a turn, behind what closes wait for.
 */
final class Snapshots {
  /** How many slots of a partition are being saved at a time. */
  private static final int MAX_ACTIVE = 8;

  /** In how many steps the age of what was read is known. */
  private static final int MARKS = 8;

  private final Desk desk;
  private final PartitionFold fold;
  private final SnapshotRules rules;
  private final Duration markInterval;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final Set<SlotId> active = new HashSet<>();

  /** How many chunks of a slot are saved, or will be before its head is. */
  private final Map<SlotId, Integer> chunks = new HashMap<>();

  /** How many chunks of a slot may be in the topic, for the day on which they are taken back. */
  private final Map<SlotId, Integer> written;

  /** Everything before this offset was read longer ago than the rules allow. */
  private long oldBelow;

  /**
   * @param written how many chunks of each slot were found in the topic
   */
  Snapshots(Desk desk, Map<SlotId, Integer> written) {
    this.desk = desk;
    this.fold = desk.fold();
    this.rules = desk.settings().snapshots();
    this.markInterval = rules.interval().dividedBy(MARKS);
    this.written = new HashMap<>(written);
    fold.openSlotIds().forEach(slotId -> chunks.put(slotId, fold.fullChunks(slotId)));
  }

  private record Mark(Instant at, long nextOffset) {}

  /** Begins to save what is due. */
  void work(Instant now) {
    mark(now);
    long overdueBelow = Math.max(oldBelow, fold.nextOffset() - rules.records());
    if (fold.committableOffset() >= overdueBelow || active.size() >= MAX_ACTIVE) {
      return;
    }
    for (SlotId slotId : fold.openHeldBelow(overdueBelow, MAX_ACTIVE + active.size())) {
      if (active.size() < MAX_ACTIVE && active.add(slotId)) {
        advance(slotId);
      }
    }
  }

  /** The slot is decided: its chunks are of no use any more. */
  void drop(SlotId slotId) {
    active.remove(slotId);
    int sent = Math.max(take(chunks, slotId), take(written, slotId));
    for (int chunk = 0; chunk < sent; chunk++) {
      erase(SlotState.Memory.keyOf(slotId, chunk));
    }
  }

  private void erase(String key) {
    desk.saves()
        .untilAcknowledged(
            desk, "end of " + key, () -> desk.outbound().erase(desk.partition(), key), done -> {});
  }

  private void mark(Instant now) {
    Mark newest = marks.peekLast();
    if (newest == null || !now.isBefore(newest.at.plus(markInterval))) {
      marks.add(new Mark(now, fold.nextOffset()));
    }
    for (Mark oldest = marks.peek();
        oldest != null && oldest.at.plus(rules.interval()).isBefore(now);
        oldest = marks.peek()) {
      oldBelow = oldest.nextOffset;
      marks.remove();
    }
  }

  private void advance(SlotId slotId) {
    if (!fold.isOpen(slotId)) {
      active.remove(slotId);
      return;
    }
    int saved = chunks.getOrDefault(slotId, 0);
    int full = fold.fullChunks(slotId);
    if (saved < full) {
      saveChunks(slotId, saved, full);
    } else {
      saveHead(slotId);
    }
  }

  private void saveChunks(SlotId slotId, int from, int to) {
    chunks.put(slotId, to);
    int[] unacknowledged = {to - from};
    for (int i = from; i < to; i++) {
      int chunk = i;
      desk.saves()
          .untilAcknowledged(
              desk,
              "chunk " + chunk + " of " + slotId,
              () -> ifOpen(slotId, () -> fold.chunk(slotId, chunk)),
              saved -> {
                unacknowledged[0]--;
                if (unacknowledged[0] == 0) {
                  advance(slotId);
                }
              });
    }
  }

  private void saveHead(SlotId slotId) {
    SlotState.Open head = fold.save(slotId);
    desk.saves()
        .untilAcknowledged(
            desk,
            "snapshot of " + slotId,
            () -> ifOpen(slotId, () -> head),
            saved -> {
              fold.markSaved(head);
              active.remove(slotId);
              desk.observer().snapshotTaken();
            });
  }

  /** A slot that closed meanwhile has a better state, which must not be overwritten. */
  private CompletionStage<?> ifOpen(SlotId slotId, Supplier<SlotState> state) {
    return fold.isOpen(slotId)
        ? desk.outbound().remember(desk.partition(), state.get())
        : CompletableFuture.completedStage(slotId);
  }

  private static int take(Map<SlotId, Integer> counts, SlotId slotId) {
    Integer count = counts.remove(slotId);
    return count == null ? 0 : count;
  }
}
