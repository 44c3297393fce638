package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StorePlan;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries one batch of the log into the store, and can be tried again until it succeeds: openings
 * first, because the store says which ones are real; then bids, then those that may be repeats,
 * then close markers. Not thread-safe: one writer owns it.
 */
public final class StoreRound {
  private final StoreFold fold;
  private final Stores stores;
  private LogBatch batch;
  private @Nullable StorePlan plan;

  private record SlotBid(SlotId slotId, BidId bidId) {}

  /**
   * What a round writes to.
   *
   * @param parallelWrites how many single writes are under way at once; above zero
   */
  public record Stores(
      SlotStore slots, BidStore bids, StoreObserver observer, int parallelWrites) {}

  public StoreRound(StoreFold fold, Stores stores, LogBatch batch) {
    this.fold = fold;
    this.stores = stores;
    this.batch = batch;
  }

  /** Does what is left to do. On failure the same round may be attempted again. */
  public Uni<Void> attempt() {
    return planned().chain(this::write);
  }

  /** Leaves out partitions that this writer has lost; the fold must have been told as well. */
  public void drop(Set<Integer> partitions) {
    batch = batch.without(partitions);
    plan = plan == null ? null : plan.without(partitions);
  }

  private Uni<StorePlan> planned() {
    if (plan != null) {
      return Uni.createFrom().item(plan);
    }
    return firstOpenings()
        .map(firstOpenings -> {
          StorePlan made = fold.plan(batch, firstOpenings);
          plan = made;
          return made;
        });
  }

  private Uni<Set<LogPosition>> firstOpenings() {
    Map<SlotId, KnownSlot> openings = new LinkedHashMap<>();
    for (LogRecord each : batch.records()) {
      if (each.event() instanceof AuctionEvent.SlotOpened opened
          && !fold.remembers(opened.slotId())) {
        openings.putIfAbsent(opened.slotId(), KnownSlot.opened(opened.slot(), each.position()));
      }
    }
    return forEach(openings.values(), stores.slots()::open)
        .map(answers -> {
          Set<LogPosition> asked =
              openings.values().stream().map(KnownSlot::opening).collect(Collectors.toSet());
          asked.retainAll(Set.copyOf(answers));
          return asked;
        });
  }

  private Uni<Void> write(StorePlan todo) {
    return stores
        .bids()
        .putAll(todo.puts())
        .chain(() -> writeDoubtful(todo.doubtful()))
        .chain(() ->
            forEach(todo.closes(), close -> stores.slots().close(close.slotId(), close.position())))
        .invoke(() -> stores.observer().written(todo))
        .replaceWithVoid();
  }

  private Uni<Void> writeDoubtful(List<StorePlan.DoubtfulBid> doubtful) {
    Set<SlotId> slotIds =
        doubtful.stream().map(each -> each.bid().slotId()).collect(Collectors.toSet());
    return forEach(slotIds, stores.slots()::find)
        .map(found -> firstOfEach(doubtful, bySlotId(found)))
        .chain(rows -> forEach(rows, stores.bids()::putIfFirst))
        .invoke(written -> {
          int count = Math.toIntExact(written.stream().filter(Boolean::booleanValue).count());
          stores.observer().doubtfulDone(count, doubtful.size() - count);
        })
        .replaceWithVoid();
  }

  /**
   * The bids that stand behind their slot's opening, and of several with one id the first: the
   * writes that follow have no order among themselves.
   */
  private static Collection<BidRow> firstOfEach(
      List<StorePlan.DoubtfulBid> doubtful, Map<SlotId, KnownSlot> slots) {
    Map<SlotBid, BidRow> rows = new LinkedHashMap<>();
    for (StorePlan.DoubtfulBid each : doubtful) {
      Bid bid = each.bid();
      KnownSlot slot = slots.get(bid.slotId());
      if (slot != null && slot.opening().offset() < each.position().offset()) {
        rows.putIfAbsent(
            new SlotBid(bid.slotId(), bid.bidId()),
            new BidRow(bid, each.position(), slot.definition().closesAt()));
      }
    }
    return rows.values();
  }

  private static Map<SlotId, KnownSlot> bySlotId(List<Optional<KnownSlot>> found) {
    Map<SlotId, KnownSlot> slots = new HashMap<>();
    found.forEach(each -> each.ifPresent(slot -> slots.put(slot.slotId(), slot)));
    return slots;
  }

  /** Every write is waited for, also when one fails: none must overtake the next attempt. */
  private <I, O> Uni<List<O>> forEach(Collection<I> items, Function<I, Uni<O>> write) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Uni<O>> writes = items.stream().map(write).toList();
    return Uni.join().all(writes).usingConcurrencyOf(stores.parallelWrites()).andCollectFailures();
  }
}
