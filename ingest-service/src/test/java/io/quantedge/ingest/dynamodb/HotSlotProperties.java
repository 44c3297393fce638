package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.quantedge.ingest.metrics.Usage;
import io.quantedge.ingest.testing.Configs;
import io.quantedge.ingest.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One slot gets 10,000 bids a second out of nowhere, beside one that gets a few. The writer and the
 * store's adapters are the real ones; the client below them is a model that throttles as DynamoDB
 * does, and time is virtual.
 */
class HotSlotProperties {
  private static final int HOT = 0;
  private static final int COLD = 1;
  private static final int SECONDS = 20;
  private static final Map<String, String> ONE_KEY =
      Map.of("exchange.ingest.store.shards.max", "1");

  @Test
  void shouldWriteEveryBidOnceAndKeepEveryKeyBelowItsLimit() {
    for (long seed = 1; seed <= 2; seed++) {
      Run run = new Run(seed, Map.of());

      run.play(Duration.ofSeconds(SECONDS + 5));

      assertThat(run.model.throttled).as("throttled, seed %d", seed).isZero();
      assertThat(run.model.busiestSecond).as("busiest second, seed %d", seed).isBetween(300, 800);
      assertThat(run.model.writes).as("seed %d", seed).hasSize(run.total());
      assertThat(run.model.writes.values()).as("seed %d", seed).allMatch(times -> times == 1);
    }
  }

  @Test
  void shouldCatchUpWhileTheFloodGoesOn() {
    Run run = new Run(3, Map.of());

    run.play(Duration.ofSeconds(SECONDS));

    // The lag of the first seconds is gone, and what is left is a round or two.
    assertThat(run.writers.get(HOT).maxLagMillis).isLessThan(4_000);
    assertThat(run.writers.get(HOT).lagAtEndMillis()).isLessThan(700);
  }

  @Test
  void shouldNotHoldUpTheOtherSlots() {
    Run run = new Run(4, ONE_KEY);

    run.play(Duration.ofSeconds(SECONDS));

    assertThat(run.writers.get(HOT).maxLagMillis).isGreaterThan(10_000);
    assertThat(run.writers.get(COLD).maxLagMillis).isLessThan(300);
  }

  @Test
  void shouldFallBehindWithoutBoundsIfThereWereNoShards() {
    Run run = new Run(5, ONE_KEY);

    run.play(Duration.ofSeconds(SECONDS));

    assertThat(run.model.busiestSecond).isLessThanOrEqualTo(800);
    assertThat(run.model.writes.size()).isLessThan(800 * SECONDS);
  }

  /** A log that fills while the writers read it. */
  private static final class Run {
    final VirtualTime time = new VirtualTime();
    final PartitionModel model;
    final List<Writer> writers;

    Run(long seed, Map<String, String> properties) {
      StoreConfig config = Configs.of(StoreConfig.class, properties);
      SplittableRandom random = new SplittableRandom(seed);
      model = new PartitionModel(time, seed);
      StoreMetrics metrics = new StoreMetrics(new SimpleMeterRegistry(), Clock.systemUTC());
      StoreWrites writes = new StoreWrites(model, new Usage());
      DynamoBidStore bids =
          new DynamoBidStore(
              writes, config, Configs.of(IngestConfig.class, Map.of()), random, time, metrics);
      StoreRound.Stores stores =
          new StoreRound.Stores(
              new DynamoSlotStore(model, writes, config), bids, metrics, random, 8);
      ShardRules rules = new ShardRules(config.shards().bidsPerShard(), config.shards().max());
      StoreFold fold = new StoreFold(config.maxRememberedBids(), rules);
      writers =
          List.of(
              new Writer(this, HOT, 10_000, config.maxRoundRecords(), fold, stores),
              new Writer(this, COLD, 50, config.maxRoundRecords(), fold, stores));
    }

    void play(Duration end) {
      writers.forEach(Writer::next);
      time.runUntil(end);
    }

    int total() {
      return writers.stream().mapToInt(writer -> writer.bidsPerSecond * SECONDS).sum();
    }
  }

  /** Carries one partition: a round at a time, as fast as the store takes it. */
  private static final class Writer {
    private static final Duration PAUSE = Duration.ofMillis(10);
    final int bidsPerSecond;
    long maxLagMillis;
    private final Run run;
    private final int partition;
    private final int roundRecords;
    private final StoreFold fold;
    private final StoreRound.Stores stores;
    private long next;

    Writer(
        Run run,
        int partition,
        int bidsPerSecond,
        int roundRecords,
        StoreFold fold,
        StoreRound.Stores stores) {
      this.run = run;
      this.partition = partition;
      this.bidsPerSecond = bidsPerSecond;
      this.roundRecords = roundRecords;
      this.fold = fold;
      this.stores = stores;
      fold.assign(partition, new StoreFold.Progress(0, 0));
    }

    void next() {
      long end = Math.min(run.time.millis(), SECONDS * 1_000L) * bidsPerSecond / 1_000 + 1;
      long to = Math.min(end, next + roundRecords);
      if (to == next) {
        run.time.after(PAUSE, this::next);
        return;
      }
      List<LogRecord> records = new ArrayList<>();
      for (long offset = next; offset < to; offset++) {
        records.add(new LogRecord(new LogPosition(partition, offset), event(offset)));
      }
      next = to;
      StoreRound round =
          new StoreRound(fold, Runnable::run, stores, new LogBatch(records, Map.of(partition, to)));
      long oldestMillis = records.getFirst().position().offset() * 1_000 / bidsPerSecond;
      round
          .attempt()
          .subscribe()
          .with(
              done -> {
                maxLagMillis = Math.max(maxLagMillis, run.time.millis() - oldestMillis);
                run.time.after(PAUSE, this::next);
              },
              failure -> {
                throw new IllegalStateException("the model does not fail", failure);
              });
    }

    long lagAtEndMillis() {
      return SECONDS * 1_000L - next * 1_000 / bidsPerSecond;
    }

    private AuctionEvent event(long offset) {
      String slotId = "slot-" + partition;
      if (offset == 0) {
        return new AuctionEvent.SlotOpened(Samples.slot(slotId), Samples.OPENS_AT);
      }
      return new AuctionEvent.BidPlaced(
          new Bid(
              new BidId(new UUID(partition, offset)),
              new SlotId(slotId),
              new AccountId("adv-1"),
              new Region("eu-west-1"),
              Money.of("2", "USD"),
              0,
              QualityScore.FULL,
              Samples.OPENS_AT.plus((offset - 1) * 1_000_000 / bidsPerSecond, ChronoUnit.MICROS)));
    }
  }
}
