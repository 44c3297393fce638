package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The order of a round's writes. */
class StoreRoundTest {
  private final FakeStore store = new FakeStore();
  private final SplittableRandom random = new SplittableRandom(5);

  /** A store of slots that cannot take more shards down. */
  private record FailingGrowth(FakeStore store) implements SlotStore {
    @Override
    public Uni<Optional<StoredSlot>> load(SlotId slotId) {
      return store.load(slotId);
    }

    @Override
    public Uni<StoredSlot> open(StoredSlot slot) {
      return store.open(slot);
    }

    @Override
    public Uni<Void> grow(StorePlan.SlotGrowth growth) {
      return Uni.createFrom().failure(new IllegalStateException("not now"));
    }

    @Override
    public Uni<Void> close(SlotId slotId, LogPosition marker) {
      return store.close(slotId, marker);
    }
  }

  @Test
  void shouldWriteNoBidBeforeReadersKnowItsShards() {
    assertThatThrownBy(() -> write(new FailingGrowth(store))).hasStackTraceContaining("not now");
    assertThat(store.bids).isEmpty();

    write(store);

    assertThat(store.bids).hasSize(20);
    assertThat(store.shards.values())
        .singleElement()
        .satisfies(shards -> assertThat(shards.history().latest()).isEqualTo(4));
    assertThat(store.bids.keySet()).extracting(FakeStore.Key::shard).contains(1);
  }

  private void write(SlotStore slots) {
    StoreFold fold = new StoreFold(1_000, new ShardRules(5, 8));
    fold.assign(0, new StoreFold.Progress(0, 0));
    List<LogRecord> records = new ArrayList<>();
    records.add(record(0, new AuctionEvent.SlotOpened(Samples.slot("s"), Samples.OPENS_AT)));
    for (int offset = 1; offset <= 20; offset++) {
      UUID id = new UUID(4, offset);
      records.add(record(offset, new AuctionEvent.BidPlaced(Samples.bid("s", id, "2"))));
    }
    StoreRound.Stores stores =
        new StoreRound.Stores(slots, store, new UnobservedStore(), random, 2);
    new StoreRound(fold, Runnable::run, stores, new LogBatch(records, Map.of(0, 21L)))
        .attempt()
        .await()
        .indefinitely();
  }

  private static LogRecord record(long offset, AuctionEvent event) {
    return new LogRecord(new LogPosition(0, offset), event);
  }

  private record UnobservedStore() implements StoreObserver {
    @Override
    public void written(StorePlan plan) {}

    @Override
    public void doubtfulDone(int written, int skipped) {}
  }
}
