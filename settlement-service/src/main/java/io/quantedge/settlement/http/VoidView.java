package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.SlotStore.Result;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.http.LedgerView.PostingView;
import java.time.Instant;
import java.util.UUID;

/**
 * A voided sale.
 *
 * @param reversal the entries that undid it
 */
record VoidView(SlotId slotId, UUID voidId, String reason, Instant voidedAt, PostingView reversal) {
  static VoidView of(SlotId slotId, Result.Recorded recorded) {
    SlotRequest request = recorded.event().request().orElseThrow();
    return new VoidView(
        slotId,
        request.requestId(),
        request.reason(),
        recorded.event().recordedAt(),
        PostingView.of(recorded.reversal().orElseThrow()));
  }
}
