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
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.application.BidStore;
import io.quantedge.ingest.application.StoreQueries.BidSearch;
import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.ShardRules;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StoredBid;
import io.quantedge.ingest.domain.StoredSlot;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.quantedge.ingest.metrics.Usage;
import io.quantedge.ingest.testing.Configs;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A hot slot in a real DynamoDB, with a crash in the middle of a round. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
class HotSlotIT {
  private static final int BIDS = 600;
  private static final int ROUND = 150;
  private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "sa-east-1");
  private static final Map<String, String> GROWING_SOON =
      Map.of(
          "exchange.ingest.store.shards.bids-per-shard", "20",
          "exchange.ingest.store.shards.max", "8");

  /** The samples' slots have closed long ago; at this time nothing of them has expired. */
  private static final Clock ALIVE = Clock.fixed(Samples.CLOSES_AT, ZoneOffset.UTC);

  @Inject DynamoDbAsyncClient client;
  private final StoreConfig config = Configs.of(StoreConfig.class, GROWING_SOON);
  private final IngestConfig ingest = Configs.of(IngestConfig.class, Map.of());
  private final SplittableRandom random = new SplittableRandom(11);
  private final StoreMetrics metrics =
      new StoreMetrics(new SimpleMeterRegistry(), Clock.systemUTC());
  private final String slotId = "hot-" + UUID.randomUUID();
  private DynamoSlotStore slots;
  private DynamoBidStore bids;

  /** Fails the first batch of puts in the middle, as a crash would. */
  private record CrashingStore(BidStore store) implements BidStore {
    @Override
    public Uni<Void> putAll(List<BidRow> rows) {
      return store
          .putAll(rows.subList(0, rows.size() / 2))
          .chain(() -> Uni.createFrom().failure(new IllegalStateException("crash")));
    }

    @Override
    public Uni<Boolean> putIfFirst(BidRow bid, Set<Integer> shards) {
      return store.putIfFirst(bid, shards);
    }
  }

  @BeforeEach
  void openStore() {
    new DynamoStoreSetup(client, config).ensureReady().await().indefinitely();
    slots = new DynamoSlotStore(client, new StoreWrites(client, new Usage()), config);
    bids =
        new DynamoBidStore(
            new StoreWrites(client, new Usage()),
            config,
            ingest,
            random,
            new SystemWriteTimer(),
            metrics);
  }

  @Test
  void shouldPutEachBidInOnePlaceAcrossACrash() {
    StoreFold first = fold(new StoreFold.Progress(0, 0));
    write(first, bids, 0);
    write(first, bids, ROUND);
    StoreFold.Progress committed = first.progress().getOrDefault(0, new StoreFold.Progress(0, 0));
    write(first, new CrashingStore(bids), 2 * ROUND);

    StoreFold second = fold(committed);
    for (int from = 0; from < BIDS; from += ROUND) {
      write(second, bids, from);
    }

    StoredSlot stored = slots.load(new SlotId(slotId)).await().indefinitely().orElseThrow();
    assertThat(stored.shards().history().latest()).isEqualTo(8);
    Map<UUID, Integer> shards = shardsOfBids(8);
    assertThat(shards).hasSize(BIDS - 1);
    shards.forEach((id, shard) ->
        assertThat(shard)
            .as("bid %s", id)
            .isEqualTo(stored.shards().shardOf(new BidId(id), id.getLeastSignificantBits())));
  }

  @Test
  void shouldReadAllShardsAsOneListInItsOrder() {
    StoreFold fold = fold(new StoreFold.Progress(0, 0));
    for (int from = 0; from < BIDS; from += ROUND) {
      write(fold, bids, from);
    }
    StoredSlot stored = slots.load(new SlotId(slotId)).await().indefinitely().orElseThrow();

    List<StoredBid> all = pages(stored, Optional.empty(), Optional.empty(), 70);

    assertThat(all).hasSize(BIDS - 1);
    assertThat(all)
        .extracting(bid -> bid.bid().region() + "#" + bid.bid().bidId())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(pages(stored, Optional.of(new Region("us-east-1")), Optional.empty(), 33))
        .isEqualTo(
            all.stream().filter(bid -> bid.bid().region().name().equals("us-east-1")).toList());
    // The second limit is more than one read of every shard holds for the account.
    for (int limit : new int[] {10, 100}) {
      assertThat(pages(stored, Optional.empty(), Optional.of(new AccountId("adv-3")), limit))
          .isEqualTo(
              all.stream().filter(bid -> bid.bid().accountId().value().equals("adv-3")).toList());
    }
  }

  @Test
  void shouldFindABidInWhicheverShardItStandsAndRefuseItsRepeat() {
    StoreFold fold = fold(new StoreFold.Progress(0, 0));
    for (int from = 0; from < BIDS; from += ROUND) {
      write(fold, bids, from);
    }
    StoredSlot stored = slots.load(new SlotId(slotId)).await().indefinitely().orElseThrow();
    DynamoStoreQueries queries = queries(ALIVE);

    for (long offset : new long[] {1, 30, 90, 200, 599}) {
      BidId id = new BidId(new UUID(3, offset));
      assertThat(queries.bid(stored, id).await().indefinitely())
          .get()
          .extracting(bid -> bid.position().offset())
          .isEqualTo(offset);
      Bid repeat = bid(offset, "us-east-1");
      BidRow row =
          new BidRow(
              repeat, new LogPosition(0, 900), Instant.now(), stored.shards().shardOf(id, 900));
      assertThat(bids.putIfFirst(row, stored.shards().candidates(id)).await().indefinitely())
          .isFalse();
    }
    assertThat(queries.bid(stored, BidId.fresh()).await().indefinitely()).isEmpty();
  }

  /** Two writers with different settings could do this; readers must not be misled by it. */
  @Test
  void shouldShowABidThatStandsInTwoShardsOnceAndAsItWasFirst() {
    StoreFold fold = fold(new StoreFold.Progress(0, 0));
    for (int from = 0; from < BIDS; from += ROUND) {
      write(fold, bids, from);
    }
    StoredSlot stored = slots.load(new SlotId(slotId)).await().indefinitely().orElseThrow();
    Bid first = bid(555, REGIONS.getFirst());
    for (int shard : stored.shards().candidates(first.bidId())) {
      LogPosition position = new LogPosition(0, 555 + shard);
      bids.putAll(List.of(new BidRow(first, position, Samples.CLOSES_AT, shard)))
          .await()
          .indefinitely();
    }

    assertThat(pages(stored, Optional.empty(), Optional.empty(), 70))
        .filteredOn(bid -> bid.bid().bidId().equals(first.bidId()))
        .singleElement()
        .satisfies(bid -> assertThat(bid.position().offset()).isEqualTo(555));
    assertThat(queries(ALIVE).bid(stored, first.bidId()).await().indefinitely())
        .get()
        .satisfies(bid -> assertThat(bid.position().offset()).isEqualTo(555));
  }

  @Test
  void shouldReplaceCountsByNewerOnesOnly() {
    DynamoFigureStore figures = new DynamoFigureStore(new StoreWrites(client, new Usage()), config);
    figures.keep(stats(500, 90)).await().indefinitely();
    figures.keep(stats(400, 80)).await().indefinitely();

    assertThat(queries(ALIVE).traffic(new SlotId(slotId)).await().indefinitely())
        .contains(stats(500, 90));
  }

  private TrafficStats stats(long offset, long bids) {
    Tally tally = new Tally(bids, bids, 0, new TreeMap<>());
    return new TrafficStats(
        new SlotId(slotId), 0, offset, tally, new TreeMap<>(), 0, false, Samples.CLOSES_AT);
  }

  @Test
  void shouldNotShowWhatHasExpired() {
    StoreFold fold = fold(new StoreFold.Progress(0, 0));
    write(fold, bids, 0);
    StoredSlot stored = slots.load(new SlotId(slotId)).await().indefinitely().orElseThrow();
    Instant expired = Samples.CLOSES_AT.plus(config.retention()).plusSeconds(1);
    DynamoStoreQueries later = queries(Clock.fixed(expired, ZoneOffset.UTC));

    assertThat(later.bid(stored, new BidId(new UUID(3, 5))).await().indefinitely()).isEmpty();
    assertThat(
            page(later, stored, Optional.empty(), Optional.empty(), 50, Optional.empty()).items())
        .isEmpty();
  }

  private List<StoredBid> pages(
      StoredSlot stored, Optional<Region> region, Optional<AccountId> account, int limit) {
    DynamoStoreQueries queries = queries(ALIVE);
    List<StoredBid> all = new ArrayList<>();
    Optional<String> next = Optional.empty();
    int pages = 0;
    do {
      Page<StoredBid> page = page(queries, stored, region, account, limit, next);
      assertThat(page.items().size()).isLessThanOrEqualTo(limit);
      all.addAll(page.items());
      next = page.next();
      assertThat(++pages).isLessThan(100);
    } while (next.isPresent());
    return all;
  }

  private static Page<StoredBid> page(
      DynamoStoreQueries queries,
      StoredSlot stored,
      Optional<Region> region,
      Optional<AccountId> account,
      int limit,
      Optional<String> after) {
    return queries
        .bids(new BidSearch(stored, region, account, limit, after))
        .await()
        .indefinitely();
  }

  private DynamoStoreQueries queries(Clock clock) {
    return new DynamoStoreQueries(client, config, ingest, clock);
  }

  private StoreFold fold(StoreFold.Progress progress) {
    StoreFold fold =
        new StoreFold(
            10_000, new ShardRules(config.shards().bidsPerShard(), config.shards().max()));
    fold.assign(0, progress);
    return fold;
  }

  private void write(StoreFold fold, BidStore store, int from) {
    List<LogRecord> records = new ArrayList<>();
    for (long offset = from; offset < from + ROUND; offset++) {
      records.add(new LogRecord(new LogPosition(0, offset), event(offset)));
    }
    LogBatch batch = new LogBatch(records, Map.of(0, (long) from + ROUND));
    StoreRound.Stores stores = new StoreRound.Stores(slots, store, metrics, random, 4);
    try {
      new StoreRound(fold, Runnable::run, stores, batch).attempt().await().indefinitely();
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("crash");
    }
  }

  private AuctionEvent event(long offset) {
    return offset == 0
        ? new AuctionEvent.SlotOpened(Samples.slot(slotId), Samples.OPENS_AT)
        : new AuctionEvent.BidPlaced(bid(offset, REGIONS.get((int) (offset % REGIONS.size()))));
  }

  private Bid bid(long offset, String region) {
    return new Bid(
        new BidId(new UUID(3, offset)),
        new SlotId(slotId),
        new AccountId("adv-" + offset % 7),
        new Region(region),
        Money.of("2", "USD"),
        0,
        QualityScore.FULL,
        Samples.OPENS_AT.plusMillis(offset * 2));
  }

  /** Each bid's shard, as the items themselves say. */
  private Map<UUID, Integer> shardsOfBids(int shards) {
    Map<UUID, Integer> found = new HashMap<>();
    for (int shard = 0; shard < shards; shard++) {
      String key = BidEvents.bidsKey(new SlotId(slotId), shard);
      for (Map<String, AttributeValue> item : items(key)) {
        UUID id = UUID.fromString(item.getOrDefault("bidId", AttributeValue.fromS("")).s());
        assertThat(found.put(id, shard)).as("bid %s in a second place", id).isNull();
      }
    }
    return found;
  }

  private List<Map<String, AttributeValue>> items(String partitionKey) {
    return client
        .query(query ->
            query
                .tableName(config.table())
                .consistentRead(true)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :sk)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(partitionKey),
                        ":sk", AttributeValue.fromS("REGION#"))))
        .join()
        .items();
  }
}
