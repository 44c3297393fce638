package io.quantedge.evaluator.domain;

import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;

/**
 * What a timer must know of an open slot.
 *
 * @param deadline the last instant that is in time, as far as the bids so far extended it
 */
public record OpenSlot(SlotDefinition slot, Instant deadline) {
  /** Whether bids that are not read yet could still move the deadline. */
  public boolean canBeExtended() {
    return slot.softClose().isPresent();
  }
}
