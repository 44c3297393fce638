package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.LogPosition;
import java.time.Instant;

/**
 * The bidder's proof: the bid stands in the log at this place, and counts if that is before the
 * slot's close marker.
 */
public record Receipt(BidId bidId, SlotId slotId, Instant acceptedAt, int partition, long offset) {
  static Receipt of(Bid bid, LogPosition position) {
    return new Receipt(
        bid.bidId(), bid.slotId(), bid.acceptedAt(), position.partition(), position.offset());
  }
}
