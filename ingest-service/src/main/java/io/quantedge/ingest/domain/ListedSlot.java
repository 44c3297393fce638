package io.quantedge.ingest.domain;

import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.Optional;

/** A slot in a list, and how far it is. */
public record ListedSlot(KnownSlot slot, SlotState state) {
  /**
   * @param outcome how the slot's auction ended, if that is known
   */
  public static ListedSlot of(KnownSlot slot, Optional<AuctionOutcome.State> outcome) {
    SlotState state =
        outcome
            .map(ended -> SlotState.valueOf(ended.name()))
            .orElse(slot.isClosed() ? SlotState.CLOSED : SlotState.OPEN);
    return new ListedSlot(slot, state);
  }
}
