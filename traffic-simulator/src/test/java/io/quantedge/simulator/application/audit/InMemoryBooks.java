package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.domain.audit.Auction;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.SettledSlot;
import io.quantedge.simulator.domain.audit.StoreEvidence;
import io.quantedge.simulator.domain.audit.StoredSlot;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A log of three partitions and two stores that hold what honest parts would have written. */
final class InMemoryBooks implements AuditLogs, AuditStore, AuditTruth {
  final List<AuctionOutcome> outcomes = new ArrayList<>();
  final TreeMap<SlotId, SettledSlot> settled = new TreeMap<>();
  private final Map<Integer, List<Entry>> log = new TreeMap<>();
  private final Map<SlotId, StoredSlot> slots = new HashMap<>();
  private final Map<SlotId, List<StoredBid>> items = new HashMap<>();
  private final Map<SlotId, Integer> readsUntilComplete = new HashMap<>();
  private Instant expiry = Instant.MAX;

  private record Entry(String key, Optional<AuctionEvent> event) {}

  Auditor.Books books() {
    return new Auditor.Books(this, this, this);
  }

  /** A decided and settled slot whose records stand one behind the other. */
  void add(Auction auction, int partition) {
    long from = write(auction, partition);
    AuctionOutcome moved = moved(auction.outcome(), partition, from);
    outcomes.add(moved);
    settled.put(auction.slotId(), Auction.settled(moved, 1));
  }

  void addOpen(Auction auction, int partition) {
    long unused = write(auction, partition);
  }

  private long write(Auction auction, int partition) {
    List<Entry> entries = entries(partition);
    long from = entries.size();
    auction.events.forEach(
        event -> entries.add(new Entry(auction.slotId().value(), Optional.of(event))));
    StoredSlot slot = auction.storedSlot();
    slots.put(
        auction.slotId(),
        new StoredSlot(
            slot.definition(),
            partition,
            from,
            slot.closeOffset().map(offset -> offset + from),
            1,
            slot.expiresAt()));
    items.put(
        auction.slotId(),
        auction.items.stream()
            .map(item -> new StoredBid(item.bid(), partition, item.offset() + from))
            .toList());
    return from;
  }

  private List<Entry> entries(int partition) {
    return log.computeIfAbsent(partition, p -> new ArrayList<>());
  }

  private static AuctionOutcome moved(AuctionOutcome o, int partition, long by) {
    return new AuctionOutcome(
        o.slot(),
        o.candidates(),
        o.total(),
        o.byRegion(),
        partition,
        o.openOffset() + by,
        o.lastOffset() + by,
        o.closeOffset() + by,
        o.closeCause(),
        o.closedAt(),
        o.digest());
  }

  void append(int partition, AuctionEvent event) {
    entries(partition).add(new Entry(event.slotId().value(), Optional.of(event)));
  }

  /** A record that cannot be read. */
  void append(int partition, String key) {
    entries(partition).add(new Entry(key, Optional.empty()));
  }

  /** Replaces the slot's records by nothing, as if they had been compacted away. */
  void forget(String slot) {
    log.values()
        .forEach(entries ->
            entries.replaceAll(
                entry -> entry.key().equals(slot) ? new Entry("", Optional.empty()) : entry));
  }

  /** The last item of a slot is there only after so many reads. */
  void itemsArriveAfterReads(String slot, int reads) {
    readsUntilComplete.put(new SlotId(slot), reads);
  }

  void expireItems() {
    expiry = Instant.EPOCH;
  }

  @Override
  public Map<Integer, Range> ranges() {
    return log.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> new Range(0, entry.getValue().size())));
  }

  @Override
  public void read(int partition, Range range, Sink into) {
    for (long offset = range.begin(); offset < range.end(); offset++) {
      Entry entry = entries(partition).get((int) offset);
      if (!entry.key().isEmpty()) {
        into.take(offset, entry.key(), entry::event);
      }
    }
  }

  @Override
  public long readOutcomes(Consumer<AuctionOutcome> into) {
    outcomes.forEach(into);
    outcomes.forEach(into);
    return 0;
  }

  @Override
  public Optional<StoredSlot> find(SlotId slotId) {
    return Optional.ofNullable(slots.get(slotId));
  }

  @Override
  public void read(SlotId slotId, int shards, StoreEvidence into) {
    List<StoredBid> all = items.getOrDefault(slotId, List.of());
    int missing = readsUntilComplete.merge(slotId, -1, Integer::sum) > 0 ? 1 : 0;
    all.subList(0, all.size() - missing).forEach(item -> into.add(item, expiry));
  }

  @Override
  public Map<SlotId, SettledSlot> find(Collection<SlotId> slotIds) {
    Map<SlotId, SettledSlot> found = new HashMap<>(settled);
    found.keySet().retainAll(slotIds);
    return found;
  }

  @Override
  public List<SlotId> page(String after, int limit) {
    return settled.keySet().stream()
        .filter(slotId -> slotId.value().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public void close() {}
}
