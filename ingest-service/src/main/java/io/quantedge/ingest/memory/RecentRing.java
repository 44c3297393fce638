package io.quantedge.ingest.memory;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.application.Placement;
import io.quantedge.ingest.application.RecentBids;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.domain.Offer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest bids, exactly so many: each takes the place of the oldest in a ring. A cache that
 * decides by frequency would keep old ones here, because hardly any bid is asked for twice. Whoever
 * is pushed out while its append is under way still gets its answer: only a repeat would not find
 * it. Thread-safe.
 */
@Singleton
public class RecentRing implements RecentBids {
  private final Map<Key, Placement> placements = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Placement> ring;
  private final AtomicLong next = new AtomicLong();

  private record Key(SlotId slotId, BidId bidId) {
    static Key of(Offer offer) {
      return new Key(offer.slotId(), offer.bidId());
    }
  }

  public RecentRing(IngestConfig config) {
    this.ring = new AtomicReferenceArray<>(config.recentBids());
  }

  @Override
  public Optional<Placement> find(SlotId slotId, BidId bidId) {
    return Optional.ofNullable(placements.get(new Key(slotId, bidId)));
  }

  @Override
  public Placement remember(Placement placement) {
    Placement first = placements.putIfAbsent(Key.of(placement.offer()), placement);
    if (first != null) {
      return first;
    }
    int place = Math.toIntExact(next.getAndIncrement() % ring.length());
    Placement oldest = ring.getAndSet(place, placement);
    if (oldest != null) {
      forget(oldest);
    }
    return placement;
  }

  @Override
  public void forget(Placement placement) {
    placements.remove(Key.of(placement.offer()), placement);
  }

  /** How many bids are remembered. */
  public int size() {
    return placements.size();
  }
}
