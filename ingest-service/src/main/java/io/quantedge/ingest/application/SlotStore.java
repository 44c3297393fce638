package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The slots in the bid store. Every operation can be repeated without harm. Thread-safe. */
public interface SlotStore {
  /** What the store knows of a slot, no write that was answered before missing. */
  Uni<Optional<KnownSlot>> find(SlotId slotId);

  /**
   * Writes a slot unless it is there.
   *
   * @return where the slot's first opening stands: this one's position, or that of the one before
   */
  Uni<LogPosition> open(KnownSlot slot);

  /**
   * Marks a slot closed. Ignored if the slot is unknown, was opened behind {@code marker}, or has
   * an earlier marker.
   */
  Uni<Void> close(SlotId slotId, LogPosition marker);
}
