package io.quantedge.settlement.http;

import io.quantedge.settlement.domain.SlotRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to void a sale, as it is sent.
 *
 * @param voidId a UUID, the idempotency key within the slot
 */
record VoidRequest(Optional<String> voidId, Optional<String> reason) {
  SlotRequest toRequest() {
    UUID id = Inputs.uuid(Inputs.required(voidId, "voidId"), "voidId");
    String text = Inputs.required(reason, "reason");
    return Inputs.valid(() -> new SlotRequest(id, text));
  }
}
