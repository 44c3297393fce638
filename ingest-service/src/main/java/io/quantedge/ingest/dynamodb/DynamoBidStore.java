package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.Region;
import io.quantedge.ingest.application.BidStore;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.WritePacer;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The bids' items: batches for those known to be first, and one conditional transaction for each of
 * the rare others. Thread-safe.
 */
@Singleton
class DynamoBidStore implements BidStore {
  private static final String ABSENT = "attribute_not_exists(PK)";
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  /** A transaction prepares and commits each of its items: two writes of the item's key. */
  private static final int WRITES_PER_TRANSACTION_ITEM = 2;

  private final StoreWrites writes;
  private final StoreConfig config;
  private final List<Region> regions;
  private final WriteTimer timer;
  private final WritePacer pacer;
  private final BatchWriter batches;

  DynamoBidStore(
      StoreWrites writes,
      StoreConfig config,
      IngestConfig ingest,
      RandomGenerator random,
      WriteTimer timer,
      StoreMetrics metrics) {
    this.writes = writes;
    this.config = config;
    this.regions = ingest.regions().stream().map(Region::new).toList();
    TransactionSize.require(regions.size(), config.shards().max());
    this.timer = timer;
    this.pacer = new WritePacer(config.pace().rate(), config.pace().burst());
    BatchWriter.Limits limits =
        new BatchWriter.Limits(
            config.parallelWrites(),
            config.maxAttempts(),
            new FullJitter(config.retryBase(), config.retryCap(), random));
    this.batches = new BatchWriter(this::send, limits, pacer, timer, metrics);
  }

  @Override
  public Uni<Void> putAll(List<BidRow> bids) {
    return batches.write(bids.stream().map(this::request).toList());
  }

  /**
   * A repeat that claims another region, or that stands behind a step of the shards, has another
   * key: one transaction looks at the keys of all regions that trade, in all shards that may hold
   * the bid.
   */
  @Override
  public Uni<Boolean> putIfFirst(BidRow row, Set<Integer> shards) {
    Set<Integer> candidates = new TreeSet<>(shards);
    candidates.add(row.shard());
    Set<Region> asked = new TreeSet<>(regions);
    asked.add(row.bid().region());
    List<TransactWriteItem> items = new ArrayList<>();
    for (int shard : candidates) {
      for (Region region : asked) {
        boolean own = shard == row.shard() && region.equals(row.bid().region());
        items.add(own ? put(row) : absentIn(shard, region, row.bid()));
      }
    }
    return paced(row, candidates, asked.size() * WRITES_PER_TRANSACTION_ITEM)
        .chain(() -> writes.transaction(items))
        .map(done -> true)
        .onFailure(DynamoBidStore::isRepeat)
        .recoverWithItem(false);
  }

  private Uni<Void> paced(BidRow row, Set<Integer> shards, int writesPerShard) {
    long nowNanos = timer.nanoTime();
    long waitNanos =
        shards.stream()
            .map(shard -> BidEvents.bidsKey(row.bid().slotId(), shard))
            .map(key -> pacer.reserve(key, writesPerShard, nowNanos))
            .max(Comparator.naturalOrder())
            .orElse(0L);
    if (waitNanos == 0) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .emitter(emitter -> timer.after(Duration.ofNanos(waitNanos), () -> emitter.complete(null)));
  }

  private Uni<List<WriteRequest>> send(List<WriteRequest> requests) {
    String table = config.table();
    return writes
        .batch(table, requests)
        .map(response -> response.unprocessedItems().getOrDefault(table, List.of()));
  }

  private TransactWriteItem put(BidRow row) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(config.table())
                .item(BidItem.of(row, config.retention()))
                .conditionExpression(ABSENT))
        .build();
  }

  private TransactWriteItem absentIn(int shard, Region region, Bid bid) {
    return TransactWriteItem.builder()
        .conditionCheck(check ->
            check
                .tableName(config.table())
                .key(BidEvents.bidKey(bid.slotId(), shard, region, bid.bidId()))
                .conditionExpression(ABSENT))
        .build();
  }

  private WriteRequest request(BidRow row) {
    return WriteRequest.builder()
        .putRequest(put -> put.item(BidItem.of(row, config.retention())))
        .build();
  }

  private static boolean isRepeat(Throwable failure) {
    return failure instanceof TransactionCanceledException canceled
        && canceled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .anyMatch(CONDITION_FAILED::equals);
  }
}
