package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.SlotId;
import java.util.OptionalLong;

/**
 * A slot as the store keeps it.
 *
 * @param closeOffset where its first close marker stands, once that was read
 */
public record StoredSlot(KnownSlot slot, SlotShards shards, OptionalLong closeOffset) {
  /** A slot whose opening was just read. */
  public static StoredSlot opened(KnownSlot slot, long seed) {
    return new StoredSlot(slot, SlotShards.fresh(seed), OptionalLong.empty());
  }

  public SlotId slotId() {
    return slot.slotId();
  }
}
