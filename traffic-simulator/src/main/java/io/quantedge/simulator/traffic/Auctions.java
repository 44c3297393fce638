package io.quantedge.simulator.traffic;

import io.quantedge.simulator.traffic.TrafficPlan.Auction;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The auctions that are open, or about to be. Those that have closed are let go and counted.
 * Thread-safe.
 */
final class Auctions {
  private final Map<Auction, Entry> entries = new HashMap<>();
  private long closed;

  /**
   * One auction.
   *
   * @param opened whether it could be opened, once that is known
   */
  record Entry(Instant closesAt, CompletableFuture<Boolean> opened) {
    private boolean isOpen() {
      return opened.getNow(false);
    }
  }

  /** It is going to be opened; those that have closed by now are let go. */
  synchronized Entry add(Auction auction, Instant closesAt, Instant now) {
    sweep(now);
    Entry entry = new Entry(closesAt, new CompletableFuture<>());
    entries.put(auction, entry);
    return entry;
  }

  synchronized Optional<Entry> find(Auction auction) {
    return Optional.ofNullable(entries.get(auction));
  }

  /** How many that were opened have closed. */
  synchronized long closedBy(Instant now) {
    sweep(now);
    return closed;
  }

  private void sweep(Instant now) {
    for (Iterator<Entry> each = entries.values().iterator(); each.hasNext(); ) {
      Entry entry = each.next();
      if (entry.opened().isDone() && !now.isBefore(entry.closesAt())) {
        closed += entry.isOpen() ? 1 : 0;
        each.remove();
      }
    }
  }

  /** When the last one closes that is open now; empty if none is. */
  synchronized Optional<Instant> lastClose() {
    return entries.values().stream()
        .filter(Entry::isOpen)
        .map(Entry::closesAt)
        .max(Comparator.naturalOrder());
  }
}
