package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotRequest;
import java.time.Instant;
import java.util.UUID;

/** A dispute on record. */
record DisputeView(SlotId slotId, UUID disputeId, String reason, Instant disputedAt) {
  static DisputeView of(SlotId slotId, SlotEvent event) {
    SlotRequest request = event.request().orElseThrow();
    return new DisputeView(slotId, request.requestId(), request.reason(), event.recordedAt());
  }
}
