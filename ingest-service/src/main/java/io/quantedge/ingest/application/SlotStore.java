package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The slots in the bid store. Every operation can be repeated without harm. Thread-safe. */
public interface SlotStore {
  /** All that the store knows of a slot, no write that was answered before missing. */
  Uni<Optional<StoredSlot>> load(SlotId slotId);

  /** What the store knows of a slot besides where its bids are. */
  default Uni<Optional<KnownSlot>> find(SlotId slotId) {
    return load(slotId).map(found -> found.map(StoredSlot::slot));
  }

  /**
   * Writes a slot unless it is there.
   *
   * @return the slot as it was first stored: this one, or the one before
   */
  Uni<StoredSlot> open(StoredSlot slot);

  /** Makes a slot's new shards known to readers. Ignored if the slot has as many already. */
  Uni<Void> grow(StorePlan.SlotGrowth growth);

  /**
   * Marks a slot closed. Ignored if the slot is unknown, was opened behind {@code marker}, or has
   * an earlier marker.
   */
  Uni<Void> close(SlotId slotId, LogPosition marker);
}
