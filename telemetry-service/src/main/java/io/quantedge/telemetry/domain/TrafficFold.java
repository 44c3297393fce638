package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the bids of all slots. A slot's counts are cumulative up to an offset of its partition,
 * so of two reports the one with the higher offset holds, whichever arrives first, and repeats
 * change nothing. Not thread-safe.
 */
final class TrafficFold {
  private final RecentMap<SlotId, TrafficStats> slots;
  private final TallyTotals total = new TallyTotals();
  private final TreeMap<Region, TallyTotals> byRegion = new TreeMap<>();
  private final HotSlots hotSlots = new HotSlots();
  private long late;
  private @Nullable Instant newestAt;

  TrafficFold(Limits limits) {
    this.slots = new RecentMap<>(limits.slots(), limits.remembered());
  }

  /**
   * @return whether anything changed
   */
  boolean apply(TrafficStats stats) {
    Optional<TrafficStats> former = slots.get(stats.slotId());
    boolean isOld =
        former.isPresent() ? !supersedes(stats, former.get()) : slots.isRetired(stats.slotId());
    if (isOld) {
      return false;
    }
    add(former, stats);
    newestAt = Instants.later(newestAt, stats.countedAt());
    slots.put(stats.slotId(), stats, stats.closed());
    return true;
  }

  /** A slot has one partition for its life; the partition only makes the order total. */
  private static boolean supersedes(TrafficStats stats, TrafficStats former) {
    return stats.offset() > former.offset()
        || (stats.offset() == former.offset() && stats.partition() > former.partition());
  }

  private void add(Optional<TrafficStats> former, TrafficStats stats) {
    long bids = stats.total().received() + stats.late();
    hotSlots.add(
        stats.slotId(), bids - former.map(f -> f.total().received() + f.late()).orElse(0L));
    total.replace(former.map(TrafficStats::total).orElse(Tally.NONE), stats.total());
    late += stats.late() - former.map(TrafficStats::late).orElse(0L);
    SortedMap<Region, Tally> before = former.map(TrafficStats::byRegion).orElseGet(TreeMap::new);
    SortedSet<Region> regions = new TreeSet<>(before.keySet());
    regions.addAll(stats.byRegion().keySet());
    for (Region region : regions) {
      byRegion
          .computeIfAbsent(region, any -> new TallyTotals())
          .replace(
              before.getOrDefault(region, Tally.NONE),
              stats.byRegion().getOrDefault(region, Tally.NONE));
    }
  }

  HotSlots hotSlots() {
    return hotSlots;
  }

  Tally total() {
    return total.sum();
  }

  SortedMap<Region, Tally> byRegion() {
    TreeMap<Region, Tally> sums = new TreeMap<>();
    byRegion.forEach((region, tally) -> sums.put(region, tally.sum()));
    return sums;
  }

  long late() {
    return late;
  }

  Optional<TrafficStats> of(SlotId slotId) {
    return slots.get(slotId);
  }

  Collection<TrafficStats> open() {
    return slots.open();
  }

  Stream<TrafficStats> kept() {
    return slots.all();
  }

  RecentMap<SlotId, TrafficStats> slots() {
    return slots;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
