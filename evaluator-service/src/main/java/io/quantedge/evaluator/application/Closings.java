package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.evaluator.domain.OpenSlot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Appends the close markers of one partition in time, by the clock and without traffic. Confined to
 * the loop's thread.
 *
 * <p>A slot whose deadline bids can extend is closed only when no unread bid can have extended it:
 * after its deadline has passed the broker is asked for the log's end, and the marker waits until
 * the fold has come that far. The marker closes the slot wherever it lands; this only decides when
 * it is appended.
 */
final class Closings {
  private final Desk desk;
  private final PriorityQueue<Awaited> awaited =
      new PriorityQueue<>(Comparator.comparingLong(Awaited::end));

  Closings(Desk desk) {
    this.desk = desk;
  }

  /**
   * A slot that is closed when the log is folded up to {@code end}, if its deadline is still the
   * same then.
   */
  private record Awaited(SlotId slotId, Instant deadline, long end) {}

  void schedule(SlotId slotId, Instant deadline) {
    desk.agenda().after(deadline, desk, () -> due(slotId));
  }

  /** Goes on with slots that waited for the fold. */
  void advanced() {
    long next = desk.fold().nextOffset();
    for (Awaited first = awaited.peek(); first != null && first.end <= next; ) {
      awaited.remove();
      proceed(first);
      first = awaited.peek();
    }
  }

  private void due(SlotId slotId) {
    Optional<OpenSlot> open = desk.fold().findOpen(slotId);
    if (open.isEmpty()) {
      return;
    }
    Instant deadline = open.get().deadline();
    if (!deadline.isBefore(desk.clock().instant())) {
      schedule(slotId, deadline);
    } else if (open.get().canBeExtended()) {
      desk.urgent()
          .untilAcknowledged(
              desk,
              "log end for the close of " + slotId,
              () -> desk.outbound().logEnd(desk.partition()),
              end -> await(new Awaited(slotId, deadline, end)));
    } else {
      request(slotId);
    }
  }

  private void await(Awaited slot) {
    awaited.add(slot);
    advanced();
  }

  private void proceed(Awaited slot) {
    boolean settled =
        desk.fold()
            .findOpen(slot.slotId)
            .filter(open -> open.deadline().equals(slot.deadline))
            .isPresent();
    if (settled) {
      request(slot.slotId);
    } else {
      due(slot.slotId);
    }
  }

  private void request(SlotId slotId) {
    desk.urgent()
        .untilAcknowledged(
            desk, "close marker of " + slotId, () -> appendMarker(slotId), appended -> {});
  }

  private CompletionStage<?> appendMarker(SlotId slotId) {
    if (!desk.fold().isOpen(slotId)) {
      return CompletableFuture.completedStage(slotId);
    }
    Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MICROS);
    return desk.outbound()
        .appendMarker(desk.partition(), new CloseMarked(slotId, CloseCause.TIMER, now));
  }
}
