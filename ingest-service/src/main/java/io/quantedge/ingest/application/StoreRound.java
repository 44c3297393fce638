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
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries one batch of the log into the store, and can be tried again until it succeeds: openings
 * first, because the store says which ones are real; then shards, then bids, then those that may be
 * repeats, then close markers. One attempt at a time; several rounds may share a fold, because they
 * touch it on its owner's thread only.
 */
public final class StoreRound {
  private final StoreFold fold;
  private final Executor foldOwner;
  private final Stores stores;
  private final LogBatch batch;
  private @Nullable StorePlan plan;

  private record SlotBid(SlotId slotId, BidId bidId) {}

  private record FirstBid(BidRow row, Set<Integer> shards) {}

  /**
   * What a round writes to.
   *
   * @param random draws the seeds of slots that are stored for the first time
   * @param parallelWrites how many single writes are under way at once; above zero
   */
  public record Stores(
      SlotStore slots,
      BidStore bids,
      StoreObserver observer,
      RandomGenerator random,
      int parallelWrites) {}

  /**
   * @param foldOwner runs what touches the fold
   */
  public StoreRound(StoreFold fold, Executor foldOwner, Stores stores, LogBatch batch) {
    this.fold = fold;
    this.foldOwner = foldOwner;
    this.stores = stores;
    this.batch = batch;
  }

  /**
   * Does what is left to do. On failure the same round may be attempted again. To be subscribed to
   * on the fold owner's thread.
   */
  public Uni<Void> attempt() {
    return planned().chain(this::write);
  }

  /** How many records of the log this round carries. */
  public int records() {
    return batch.records().size();
  }

  private Uni<StorePlan> planned() {
    if (plan != null) {
      return Uni.createFrom().item(plan);
    }
    return firstOpenings()
        .emitOn(foldOwner)
        .map(firstOpenings -> {
          StorePlan made = fold.plan(batch, firstOpenings);
          plan = made;
          return made;
        });
  }

  private Uni<Map<LogPosition, SlotShards>> firstOpenings() {
    Map<SlotId, KnownSlot> openings = new LinkedHashMap<>();
    for (LogRecord each : batch.records()) {
      if (each.event() instanceof AuctionEvent.SlotOpened opened
          && !fold.remembers(each.position().partition(), opened.slotId())) {
        openings.putIfAbsent(opened.slotId(), KnownSlot.opened(opened.slot(), each.position()));
      }
    }
    return forEach(openings.values(), this::open)
        .map(stored -> {
          Map<LogPosition, SlotShards> firsts = new HashMap<>();
          for (StoredSlot each : stored) {
            if (openings.get(each.slotId()) instanceof KnownSlot asked
                && asked.opening().equals(each.slot().opening())) {
              firsts.put(asked.opening(), each.shards());
            }
          }
          return firsts;
        });
  }

  private Uni<StoredSlot> open(KnownSlot slot) {
    return stores.slots().open(StoredSlot.opened(slot, stores.random().nextLong()));
  }

  private Uni<Void> write(StorePlan todo) {
    return forEach(todo.growths(), stores.slots()::grow)
        .chain(() -> stores.bids().putAll(todo.puts()))
        .chain(() -> writeDoubtful(todo.doubtful()))
        .chain(() ->
            forEach(todo.closes(), close -> stores.slots().close(close.slotId(), close.position())))
        .invoke(() -> stores.observer().written(todo))
        .replaceWithVoid();
  }

  private Uni<Void> writeDoubtful(List<StorePlan.DoubtfulBid> doubtful) {
    Set<SlotId> slotIds =
        doubtful.stream().map(each -> each.bid().slotId()).collect(Collectors.toSet());
    return forEach(slotIds, stores.slots()::load)
        .map(found -> firstOfEach(doubtful, bySlotId(found)))
        .chain(bids -> forEach(bids, bid -> stores.bids().putIfFirst(bid.row(), bid.shards())))
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
  private static Collection<FirstBid> firstOfEach(
      List<StorePlan.DoubtfulBid> doubtful, Map<SlotId, StoredSlot> slots) {
    Map<SlotBid, FirstBid> firsts = new LinkedHashMap<>();
    for (StorePlan.DoubtfulBid each : doubtful) {
      Bid bid = each.bid();
      StoredSlot stored = slots.get(bid.slotId());
      if (stored != null && stored.slot().opening().offset() < each.position().offset()) {
        firsts.putIfAbsent(
            new SlotBid(bid.slotId(), bid.bidId()), firstBid(stored, bid, each.position()));
      }
    }
    return firsts.values();
  }

  private static FirstBid firstBid(StoredSlot stored, Bid bid, LogPosition position) {
    SlotShards shards = stored.shards();
    BidRow row =
        new BidRow(
            bid,
            position,
            stored.slot().definition().latestDeadline(),
            shards.shardOf(bid.bidId(), position.offset()));
    return new FirstBid(row, shards.candidates(bid.bidId()));
  }

  private static Map<SlotId, StoredSlot> bySlotId(List<Optional<StoredSlot>> found) {
    Map<SlotId, StoredSlot> slots = new HashMap<>();
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
