package io.quantedge.contracts.outcome;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quantedge.contracts.id.SlotId;

/**
 * What an evaluator must know of a slot before it folds the log (compacted topic {@code
 * slot-states}, key = slot). Without it, a repeated opening of a slot that was decided before the
 * committed offset would open it again.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = SlotState.Decided.class, name = "DECIDED")})
public sealed interface SlotState {
  SlotId slotId();

  /** The slot is decided, for good. */
  record Decided(SlotId slotId, AuctionOutcome outcome) implements SlotState {}
}
