package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.evaluator.application.EvaluatorSettings.Retention;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.evaluator.domain.SavedSlots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * The decided slots of one partition: their late bids are counted and saved, their outcomes leave
 * memory after a while, and in the end everything about them does. Confined to the loop's thread.
 */
final class Archive {
  /** How many slots are forgotten in one turn of the loop. */
  private static final int PER_TURN = 256;

  private final Desk desk;
  private final PartitionFold fold;
  private final Retention retention;

  /** In the order of their decisions, so that only the first ones can be due. */
  private final Queue<Decision> inMemory = new ArrayDeque<>();

  private final Queue<Decision> known = new ArrayDeque<>();
  private final Set<SlotId> lateMoved = new HashSet<>();
  private final Set<SlotId> lateInFlight = new HashSet<>();

  /** Up to where the late bids of a slot are saved. */
  private final Map<SlotId, Long> savedLate = new HashMap<>();

  Archive(Desk desk) {
    this.desk = desk;
    this.fold = desk.fold();
    this.retention = desk.settings().retention();
  }

  private record Decision(SlotId slotId, Instant at) {
    boolean isOlderThan(Duration age, Instant now) {
      return at.plus(age).isBefore(now);
    }
  }

  /** Takes in what evaluators before have saved. */
  void restore(SavedSlots saved) {
    for (SavedSlots.Decision slot : saved.decided()) {
      decided(slot.slotId(), slot.decidedAt());
      saved.lateOf(slot).ifPresent(late -> savedLate.put(slot.slotId(), late.lateOffset()));
    }
    saved.outdatedKeys().forEach(this::erase);
  }

  /** Takes in a decided slot; to be called in the order of the decisions. */
  void decided(SlotId slotId, Instant at) {
    Decision decision = new Decision(slotId, at);
    inMemory.add(decision);
    known.add(decision);
  }

  void lateBid(SlotId slotId) {
    lateMoved.add(slotId);
  }

  /** Lets go of what is old enough, a bounded number of slots at once. */
  void work(Instant now) {
    for (int i = 0; i < PER_TURN && isDue(inMemory, retention.outcome(), now); i++) {
      SlotId slotId = inMemory.remove().slotId;
      fold.forgetOutcome(slotId);
      desk.views().drop(slotId);
    }
    for (int i = 0; i < PER_TURN && isDue(known, retention.decision(), now); i++) {
      erase(known.remove().slotId);
    }
  }

  /**
   * Saves the counts of late bids that moved. One save of a slot at a time: two could arrive in the
   * other order, and the commit would pass bids that nobody counts again.
   */
  void saveLate() {
    for (Iterator<SlotId> moved = lateMoved.iterator(); moved.hasNext(); ) {
      SlotId slotId = moved.next();
      Optional<SlotState.Late> unsaved = fold.unsavedLate(slotId);
      // A slot that waits for its own decision to be saved is asked again.
      if (unsaved.isPresent() && lateInFlight.add(slotId)) {
        moved.remove();
        save(unsaved.get());
      }
    }
  }

  private void save(SlotState.Late state) {
    desk.saves()
        .untilAcknowledged(
            desk,
            "late bids of " + state.slotId(),
            () -> desk.outbound().remember(desk.partition(), state),
            saved -> {
              fold.markLateSaved(state);
              lateInFlight.remove(state.slotId());
              eraseLate(state.slotId());
              savedLate.put(state.slotId(), state.lateOffset());
            });
  }

  private void erase(SlotId slotId) {
    eraseLate(slotId);
    lateMoved.remove(slotId);
    desk.saves()
        .untilAcknowledged(
            desk,
            "end of " + slotId,
            () -> desk.outbound().erase(desk.partition(), slotId.value()),
            erased -> fold.erase(slotId));
  }

  private void eraseLate(SlotId slotId) {
    Long offset = savedLate.remove(slotId);
    if (offset != null) {
      erase(SlotState.Late.keyOf(slotId, offset));
    }
  }

  private void erase(String key) {
    desk.saves()
        .untilAcknowledged(
            desk, "end of " + key, () -> desk.outbound().erase(desk.partition(), key), done -> {});
  }

  private static boolean isDue(Queue<Decision> decisions, Duration age, Instant now) {
    Decision first = decisions.peek();
    return first != null && first.isOlderThan(age, now);
  }
}
