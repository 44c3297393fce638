package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotStage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decided slot.
 *
 * @param state where it stands after the last of these events
 * @param asOf what happened later is left out; absent if nothing is
 */
record SlotView(SlotId slotId, SlotStage state, @Nullable Instant asOf, List<Event> history) {

  static SlotView of(SlotHistory history, Optional<Instant> asOf) {
    return new SlotView(
        history.slotId(),
        history.stage(),
        asOf.orElse(null),
        history.events().stream().map(Event::of).toList());
  }

  /**
   * @param requestId whose wish it was; absent where nobody asked
   */
  record Event(
      int eventNo,
      SlotStage type,
      Instant occurredAt,
      Instant recordedAt,
      @Nullable UUID requestId,
      @Nullable String reason) {
    static Event of(SlotEvent event) {
      return new Event(
          event.eventNo(),
          event.stage(),
          event.occurredAt(),
          event.recordedAt(),
          event.request().map(SlotRequest::requestId).orElse(null),
          event.request().map(SlotRequest::reason).orElse(null));
    }
  }
}
