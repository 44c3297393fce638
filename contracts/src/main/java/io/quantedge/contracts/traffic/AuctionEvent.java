package io.quantedge.contracts.traffic;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;

/**
 * One record of the auction log (topic {@code auction-events}, key = slot). An auction is a fold
 * over these, in the order of their offsets; nothing else decides it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AuctionEvent.SlotOpened.class, name = "SLOT_OPENED"),
  @JsonSubTypes.Type(value = AuctionEvent.BidPlaced.class, name = "BID_PLACED"),
  @JsonSubTypes.Type(value = AuctionEvent.CloseMarked.class, name = "CLOSE_MARKED")
})
public sealed interface AuctionEvent {
  /** The slot that this is about: the record's key. */
  SlotId slotId();

  /** The slot's auction begins. Only the first opening of a slot counts. */
  record SlotOpened(SlotDefinition slot, Instant openedAt) implements AuctionEvent {
    @Override
    public SlotId slotId() {
      return slot.slotId();
    }
  }

  /** A bid was taken. Whether it counts is for the fold to say. */
  record BidPlaced(Bid bid) implements AuctionEvent {
    @Override
    public SlotId slotId() {
      return bid.slotId();
    }
  }

  /**
   * The close marker: what stands before it counts, what stands behind it is late. Only the first
   * marker of a slot counts, so appending another one is harmless.
   *
   * @param markedAt when it was appended, by the appender's clock; for people, not for the fold
   */
  record CloseMarked(SlotId slotId, CloseCause cause, Instant markedAt) implements AuctionEvent {}
}
