package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.SlotDefinition;

/**
 * A slot as the log knows it.
 *
 * @param opening where its first opening stands; a later opening of the same slot has no effect
 */
public record KnownSlot(SlotDefinition definition, LogPosition opening, SlotPhase phase) {
  public static KnownSlot opened(SlotDefinition definition, LogPosition opening) {
    return new KnownSlot(definition, opening, SlotPhase.OPEN);
  }

  public SlotId slotId() {
    return definition.slotId();
  }

  public boolean isClosed() {
    return phase == SlotPhase.CLOSED;
  }

  public KnownSlot closed() {
    return new KnownSlot(definition, opening, SlotPhase.CLOSED);
  }
}
