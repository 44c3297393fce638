package io.quantedge.simulator.testing;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One slot of the exchange in memory: its bids until the marker, and its items in the store. */
final class InMemoryAuction {
  private final SlotDefinition slot;
  private final int partition;
  private final long openOffset;
  private final Map<BidId, Bid> first = new LinkedHashMap<>();
  private final List<StoredBid> stored = new ArrayList<>();
  private final List<Bid> counted = new ArrayList<>();
  private final SortedMap<Region, long[]> counts = new TreeMap<>();
  private long lastOffset;
  private boolean closed;

  InMemoryAuction(SlotDefinition slot, int partition, long openOffset) {
    this.slot = slot;
    this.partition = partition;
    this.openOffset = openOffset;
    this.lastOffset = openOffset;
  }

  void add(Bid bid, long offset) {
    Bid known = first.putIfAbsent(bid.bidId(), bid);
    if (known == null) {
      stored.add(new StoredBid(bid, partition, offset));
    }
    if (closed) {
      return;
    }
    lastOffset = offset;
    long[] ofRegion = counts.computeIfAbsent(bid.region(), region -> new long[3]);
    if (known == null) {
      counted.add(bid);
      ofRegion[0]++;
    } else {
      ofRegion[known.price().equals(bid.price()) ? 1 : 2]++;
    }
  }

  Optional<AuctionOutcome> close(CloseMarked marker, long offset) {
    if (closed) {
      return Optional.empty();
    }
    closed = true;
    SortedMap<Region, Tally> byRegion = new TreeMap<>();
    long[] total = new long[3];
    counts.forEach((region, ofRegion) -> {
      byRegion.put(region, tally(ofRegion));
      for (int i = 0; i < total.length; i++) {
        total[i] += ofRegion[i];
      }
    });
    return Optional.of(
        new AuctionOutcome(
            slot,
            ReferenceAuction.candidates(slot, counted),
            tally(total),
            byRegion,
            partition,
            openOffset,
            lastOffset,
            offset,
            marker.cause(),
            marker.markedAt(),
            BidDigest.of(counted)));
  }

  boolean isClosed() {
    return closed;
  }

  List<StoredBid> stored() {
    return List.copyOf(stored);
  }

  private static Tally tally(long[] counts) {
    SortedMap<RejectionReason, Long> rejected = new TreeMap<>();
    if (counts[2] > 0) {
      rejected.put(RejectionReason.CONFLICTING_DUPLICATE, counts[2]);
    }
    return new Tally(counts[0] + counts[1] + counts[2], counts[0], counts[1], rejected);
  }
}
