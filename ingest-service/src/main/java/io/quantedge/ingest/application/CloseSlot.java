package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;

/**
 * Closes a slot at once by appending a close marker. A second marker is harmless: only the first
 * counts. Thread-safe.
 */
public final class CloseSlot {
  private final Slots slots;
  private final TailProgress tail;
  private final AuctionLog log;
  private final Duration visibilityTimeout;
  private final Clock clock;

  /**
   * @param visibilityTimeout how long to wait for the marker to come back from the log
   */
  public CloseSlot(
      Slots slots, TailProgress tail, AuctionLog log, Duration visibilityTimeout, Clock clock) {
    this.slots = slots;
    this.tail = tail;
    this.log = log;
    this.visibilityTimeout = visibilityTimeout;
    this.clock = clock;
  }

  /** Where a durable close marker of a slot stands; not necessarily its first. */
  public record Closing(SlotId slotId, int partition, long offset) {}

  /**
   * @return the marker's place once it is durable; fails with {@link RefusedException}
   */
  public Uni<Closing> close(String slotId) {
    return Uni.createFrom()
        .deferred(() -> {
          SlotId id = SubmissionReader.slotId(slotId);
          return slots.require(id).chain(slot -> mark(id));
        });
  }

  private Uni<Closing> mark(SlotId slotId) {
    AuctionEvent marker = new AuctionEvent.CloseMarked(slotId, CloseCause.REQUEST, clock.instant());
    return log.append(marker)
        .call(this::readBack)
        .map(position -> new Closing(slotId, position.partition(), position.offset()));
  }

  /**
   * So that who closed a slot is refused its next bid here. The marker is durable whether or not
   * this node reads it in time, so the wait only ends, it never fails.
   */
  private Uni<Void> readBack(LogPosition position) {
    return tail.reached(position)
        .ifNoItem()
        .after(visibilityTimeout)
        .recoverWithUni(Uni.createFrom().voidItem());
  }
}
