package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;

/** Shows a slot. Thread-safe. */
public final class FindSlot {
  private final Slots slots;

  public FindSlot(Slots slots) {
    this.slots = slots;
  }

  /**
   * @return the slot as this node knows it; fails with {@link RefusedException}
   */
  public Uni<KnownSlot> find(String slotId) {
    return Uni.createFrom().deferred(() -> slots.require(SubmissionReader.slotId(slotId)));
  }
}
