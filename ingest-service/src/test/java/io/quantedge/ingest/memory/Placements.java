package io.quantedge.ingest.memory;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.ingest.application.Placement;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.testing.Samples;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Placements of bids with ids from one upwards. */
final class Placements {
  private Placements() {}

  static List<Placement> of(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> new Placement(offer(id))).toList();
  }

  private static Offer offer(int id) {
    Bid bid = Samples.bid("s", new UUID(0, id), "5");
    return new Offer(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price(),
        bid.latencyMs(),
        bid.qualityScore());
  }
}
