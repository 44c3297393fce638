package io.quantedge.ingest.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.application.Placement;
import io.quantedge.ingest.application.RecentBids;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.domain.Offer;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Recent bids in a bounded cache. Whoever is evicted while its append is under way still gets its
 * answer: only a repeat would not find it. Thread-safe.
 */
@Singleton
public class CaffeineRecentBids implements RecentBids {
  private final Cache<Key, Placement> placements;

  private record Key(SlotId slotId, BidId bidId) {
    static Key of(Offer offer) {
      return new Key(offer.slotId(), offer.bidId());
    }
  }

  public CaffeineRecentBids(IngestConfig config) {
    // Upkeep is done by whoever calls: another pool's threads would only compete with them.
    this.placements =
        Caffeine.newBuilder().maximumSize(config.recentBids()).executor(Runnable::run).build();
  }

  @Override
  public Optional<Placement> find(SlotId slotId, BidId bidId) {
    return Optional.ofNullable(placements.getIfPresent(new Key(slotId, bidId)));
  }

  @Override
  public Placement remember(Placement placement) {
    Placement first = placements.asMap().putIfAbsent(Key.of(placement.offer()), placement);
    return first == null ? placement : first;
  }

  @Override
  public void forget(Placement placement) {
    placements.asMap().remove(Key.of(placement.offer()), placement);
  }

  /** About how many bids are remembered. */
  public long size() {
    return placements.estimatedSize();
  }
}
