package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.Region;
import io.quantedge.ingest.application.BidStore;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
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

  private final DynamoDbAsyncClient client;
  private final StoreConfig config;
  private final List<Region> regions;
  private final BatchWriter batches;

  DynamoBidStore(
      DynamoDbAsyncClient client,
      StoreConfig config,
      IngestConfig ingest,
      RandomGenerator random,
      StoreMetrics metrics) {
    this.client = client;
    this.config = config;
    this.regions = ingest.regions().stream().map(Region::new).toList();
    FullJitter backoff = new FullJitter(config.retryBase(), config.retryCap(), random);
    this.batches = new BatchWriter(this::send, backoff, config.maxAttempts(), metrics);
  }

  @Override
  public Uni<Void> putAll(List<BidRow> bids) {
    List<Uni<Void>> writes = new ArrayList<>();
    for (int from = 0; from < bids.size(); from += BatchWriter.MAX_ITEMS) {
      int to = Math.min(bids.size(), from + BatchWriter.MAX_ITEMS);
      List<WriteRequest> chunk = bids.subList(from, to).stream().map(this::request).toList();
      writes.add(batches.write(chunk));
    }
    if (writes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.join()
        .all(writes)
        .usingConcurrencyOf(config.parallelWrites())
        .andCollectFailures()
        .replaceWithVoid();
  }

  /**
   * The sort key begins with the region, so a repeat that claims another region has another key:
   * one transaction looks at the keys of all regions that trade.
   */
  @Override
  public Uni<Boolean> putIfFirst(BidRow row) {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(
        TransactWriteItem.builder()
            .put(put ->
                put.tableName(config.table())
                    .item(BidItem.of(row, config.retention()))
                    .conditionExpression(ABSENT))
            .build());
    for (Region region : regions) {
      if (!region.equals(row.bid().region())) {
        items.add(absentIn(region, row.bid()));
      }
    }
    return Calls.of(() -> client.transactWriteItems(write -> write.transactItems(items)))
        .map(done -> true)
        .onFailure(DynamoBidStore::isRepeat)
        .recoverWithItem(false);
  }

  private Uni<List<WriteRequest>> send(List<WriteRequest> requests) {
    String table = config.table();
    return Calls.of(
            () -> client.batchWriteItem(batch -> batch.requestItems(Map.of(table, requests))))
        .map(response -> response.unprocessedItems().getOrDefault(table, List.of()));
  }

  private TransactWriteItem absentIn(Region region, Bid bid) {
    return TransactWriteItem.builder()
        .conditionCheck(check ->
            check
                .tableName(config.table())
                .key(BidEvents.bidKey(bid.slotId(), region, bid.bidId()))
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
