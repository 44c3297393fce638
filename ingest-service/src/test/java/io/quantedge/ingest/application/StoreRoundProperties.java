package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StoreFold.Progress;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.testing.FakeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever fails and whenever, the store ends up with exactly what the log says: the first record
 * of each bid, in its own region, and nothing else.
 */
class StoreRoundProperties {
  private static final int RUNS = 400;
  private static final int PARTITIONS = 2;
  private static final int LENGTH = 120;

  /** All bids of a random log are accepted in one second. */
  private static final ShardRules GROWING_SOON = new ShardRules(3, 8);

  private static final StoreObserver UNOBSERVED =
      new StoreObserver() {
        @Override
        public void written(StorePlan plan) {}

        @Override
        public void doubtfulDone(int written, int skipped) {}
      };

  @Test
  void shouldStoreTheFirstRecordOfEachBidWithoutAnyFailure() {
    for (long seed = 0; seed < RUNS; seed++) {
      Run run = new Run(seed, 1_000_000);
      Writer writer = run.newWriter();
      while (!writer.isAtEnd()) {
        writer.step(1.0);
      }
      run.check();
    }
  }

  @Test
  void shouldStoreTheSameAfterFailuresCrashesAndRestarts() {
    for (long seed = 0; seed < RUNS; seed++) {
      Run run = new Run(seed, 1_000_000);
      run.crashOften();
      run.check();
    }
  }

  @Test
  void shouldStoreTheSameWhenIdsOfBidsHaveToBeForgotten() {
    for (long seed = 0; seed < RUNS; seed++) {
      Run run = new Run(seed, 5);
      run.crashOften();
      run.check();
    }
  }

  @Test
  void shouldStoreTheSameWhenAnOldOwnerGoesOnWritingBesideItsSuccessors() {
    for (long seed = 0; seed < RUNS; seed++) {
      Run run = new Run(seed, seed % 2 == 0 ? 1_000_000 : 7);
      Writer zombie = run.newWriter();
      IntStream.range(0, 3).forEach(i -> zombie.step(0.5));
      Writer successor = run.newWriter();
      while (!successor.isAtEnd()) {
        (run.random.nextBoolean() ? zombie : successor).step(0.5);
      }
      IntStream.range(0, 5).forEach(i -> zombie.step(0.5));
      run.moveToTheirShards();
      run.check();
    }
  }

  /** One log, one store, and what the writers committed. */
  private static final class Run {
    final long seed;
    final SplittableRandom random;
    final int maxRememberedBids;
    final FakeStore store = new FakeStore();
    final List<RandomLog> logs;
    final Map<Integer, Progress> committed = new HashMap<>();

    Run(long seed, int maxRememberedBids) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.maxRememberedBids = maxRememberedBids;
      this.logs =
          IntStream.range(0, PARTITIONS)
              .mapToObj(partition -> RandomLog.of(random, partition, LENGTH))
              .toList();
      store.failWhen(() -> false);
    }

    Writer newWriter() {
      return new Writer(this);
    }

    void crashOften() {
      store.failWhen(() -> random.nextInt(60) == 0);
      for (int life = 0; life < 12; life++) {
        Writer writer = newWriter();
        int steps = random.nextInt(12);
        IntStream.range(0, steps).forEach(i -> writer.step(0.5));
      }
      store.failWhen(() -> false);
      Writer last = newWriter();
      while (!last.isAtEnd()) {
        last.step(0.5);
      }
    }

    /**
     * An owner that forgot a slot before it committed leaves the other without the slot's rate, so
     * one of them may place a bid by an older step. It stands in one place, where readers look.
     */
    void moveToTheirShards() {
      Map<FakeStore.Key, BidRow> moved = new HashMap<>();
      store.bids.forEach((key, row) -> {
        SlotShards shards = store.shards.getOrDefault(key.slotId(), SlotShards.fresh(0));
        assertThat(shards.candidates(key.bidId())).as("seed %d", seed).contains(key.shard());
        int shard = shards.shardOf(key.bidId(), row.position().offset());
        BidRow there = new BidRow(row.bid(), row.position(), row.slotEndsAt(), shard);
        assertThat(moved.put(FakeStore.key(there), there)).as("twice, seed %d", seed).isNull();
      });
      store.bids.clear();
      store.bids.putAll(moved);
    }

    void check() {
      assertThat(store.shards.values())
          .as("shards, seed %d", seed)
          .anyMatch(shards -> shards.history().latest() > 1);
      Map<SlotId, LogPosition> openings = new HashMap<>();
      store.slots.forEach((slotId, slot) -> openings.put(slotId, slot.opening()));
      Map<FakeStore.Key, ?> expectedBids =
          merged(
              logs.stream()
                  .<Map<FakeStore.Key, ?>>map(log -> log.truth(store.shards).bids())
                  .toList());
      assertThat(differences(store.bids, expectedBids)).as("bids, seed %d", seed).isEmpty();
      assertThat(openings)
          .as("openings, seed %d", seed)
          .isEqualTo(merged(logs.stream().map(log -> log.truth(store.shards).openings()).toList()));
      assertThat(store.closeOffsets)
          .as("markers, seed %d", seed)
          .isEqualTo(
              merged(logs.stream().map(log -> log.truth(store.shards).closeOffsets()).toList()));
      assertThat(
              store.slots.values().stream()
                  .filter(KnownSlot::isClosed)
                  .map(KnownSlot::slotId)
                  .collect(Collectors.toSet()))
          .as("closed slots, seed %d", seed)
          .isEqualTo(store.closeOffsets.keySet());
    }

    private static List<String> differences(Map<?, ?> actual, Map<?, ?> expected) {
      Set<Object> keys = new HashSet<>(actual.keySet());
      keys.addAll(expected.keySet());
      return keys.stream()
          .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
          .map(key -> key + ": stored " + actual.get(key) + ", expected " + expected.get(key))
          .toList();
    }

    private static <K, V> Map<K, V> merged(List<? extends Map<K, ? extends V>> maps) {
      Map<K, V> all = new HashMap<>();
      maps.forEach(all::putAll);
      return all;
    }
  }

  /** A store writer's life from its start to its crash. */
  private static final class Writer {
    private final Run run;
    private final StoreFold fold;
    private final Map<Integer, Integer> next = new HashMap<>();
    private @Nullable StoreRound round;

    Writer(Run run) {
      this.run = run;
      this.fold = new StoreFold(run.maxRememberedBids, GROWING_SOON);
      for (int partition = 0; partition < PARTITIONS; partition++) {
        Progress left = run.committed.getOrDefault(partition, new Progress(0, 0));
        fold.assign(partition, left);
        next.put(partition, (int) left.resumeOffset());
      }
    }

    boolean isAtEnd() {
      return round == null && next.values().stream().allMatch(offset -> offset == LENGTH);
    }

    void step(double commitProbability) {
      StoreRound current = round == null ? begin() : round;
      round = current;
      try {
        current.attempt().await().indefinitely();
        round = null;
        if (run.random.nextDouble() < commitProbability) {
          run.committed.putAll(fold.progress());
        }
      } catch (RuntimeException e) {
        // The round stays, and the next step attempts it again.
        assertThat(e).as("seed %d", run.seed).hasStackTraceContaining("does not answer");
      }
    }

    private StoreRound begin() {
      List<LogRecord> records = new ArrayList<>();
      Map<Integer, Long> nextOffsets = new HashMap<>();
      next.replaceAll((partition, from) -> {
        int to = Math.min(LENGTH, from + run.random.nextInt(20));
        records.addAll(run.logs.get(partition).records().subList(from, to));
        nextOffsets.put(partition, (long) to);
        return to;
      });
      StoreRound.Stores stores =
          new StoreRound.Stores(run.store, run.store, UNOBSERVED, run.random, 3);
      return new StoreRound(fold, Runnable::run, stores, new LogBatch(records, nextOffsets));
    }
  }
}
