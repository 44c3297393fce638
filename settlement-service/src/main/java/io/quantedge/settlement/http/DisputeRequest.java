package io.quantedge.settlement.http;

import io.quantedge.settlement.domain.SlotRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to dispute a sale, as it is sent.
 *
 * @param disputeId a UUID, the idempotency key within the slot
 */
record DisputeRequest(Optional<String> disputeId, Optional<String> reason) {
  SlotRequest toRequest() {
    UUID id = Inputs.uuid(Inputs.required(disputeId, "disputeId"), "disputeId");
    String text = Inputs.required(reason, "reason");
    return Inputs.valid(() -> new SlotRequest(id, text));
  }
}
