package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.application.StoreQueries;
import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.ListedSlot;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.StoredBid;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Reads the table by its keys and its two indexes, never as a whole. Expired items are filtered,
 * because DynamoDB may keep them for days. Thread-safe.
 */
@Singleton
class DynamoStoreQueries implements StoreQueries {
  private final DynamoDbAsyncClient client;
  private final String table;
  private final List<Region> regions;
  private final Clock clock;
  private final BidPages bidPages;
  private final SlotPages slotPages;

  DynamoStoreQueries(
      DynamoDbAsyncClient client, StoreConfig config, IngestConfig ingest, Clock clock) {
    this.client = client;
    this.table = config.table();
    this.regions = ingest.regions().stream().map(Region::new).toList();
    this.clock = clock;
    this.bidPages = new BidPages(client, table);
    this.slotPages = new SlotPages(client, table);
  }

  @Override
  public Uni<Page<ListedSlot>> slots(SlotSearch search) {
    return slotPages.read(search, clock.instant());
  }

  @Override
  public Uni<Page<StoredBid>> bids(BidSearch search) {
    return bidPages.read(search, clock.instant());
  }

  @Override
  public Uni<Optional<StoredBid>> bid(StoredSlot slot, BidId bidId) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (int shard : slot.shards().candidates(bidId)) {
      regions.forEach(region -> keys.add(BidEvents.bidKey(slot.slotId(), shard, region, bidId)));
    }
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    return Calls.of(() -> client.batchGetItem(get -> get.requestItems(Map.of(table, wanted))))
        .map(this::first);
  }

  @Override
  public Uni<Optional<AuctionOutcome>> outcome(SlotId slotId) {
    return body(slotId, BidEvents.OUTCOME, EventCodec.OUTCOME);
  }

  @Override
  public Uni<Optional<TrafficStats>> traffic(SlotId slotId) {
    return body(slotId, BidEvents.TRAFFIC, EventCodec.TRAFFIC_STATS);
  }

  @Override
  public Uni<List<TrafficStats>> hotSlots(Instant now, int limit) {
    return Uni.combine()
        .all()
        .unis(hottest(now, limit), hottest(now.minus(Duration.ofHours(1)), limit))
        .with((latest, before) ->
            Stream.concat(latest.stream(), before.stream())
                .sorted(
                    Comparator.comparingLong(DynamoStoreQueries::allBids)
                        .reversed()
                        .thenComparing(stats -> stats.slotId().value()))
                .limit(limit)
                .toList());
  }

  private Uni<List<TrafficStats>> hottest(Instant inHour, int limit) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .indexName(BidEvents.SLOTS_BY_TRAFFIC)
            .scanIndexForward(false)
            .limit(limit)
            .keyConditionExpression("trafficHour = :hour")
            .expressionAttributeValues(Map.of(":hour", BidEvents.text(BidEvents.hour(inHour))))
            .build();
    return Calls.of(() -> client.query(request))
        .map(response ->
            response.items().stream()
                .map(item -> decoded(item, EventCodec.TRAFFIC_STATS))
                .toList());
  }

  private Optional<StoredBid> first(BatchGetItemResponse response) {
    if (!response.unprocessedKeys().isEmpty()) {
      throw new StoreThrottledException("not all keys of the bid could be read");
    }
    return response.responses().getOrDefault(table, List.of()).stream()
        .filter(this::isAlive)
        .map(BidItem::read)
        .reduce(BidPages::first);
  }

  private <T> Uni<Optional<T>> body(SlotId slotId, String sortKey, EventCodec<T> codec) {
    return Calls.of(() ->
            client.getItem(get ->
                get.tableName(table).key(BidEvents.slotKey(slotId, sortKey)).consistentRead(true)))
        .map(response ->
            response.hasItem() && isAlive(response.item())
                ? Optional.of(decoded(response.item(), codec))
                : Optional.empty());
  }

  private boolean isAlive(Map<String, AttributeValue> item) {
    return new ItemReader(item).wholeNumber(BidEvents.TTL) > clock.instant().getEpochSecond();
  }

  private static <T> T decoded(Map<String, AttributeValue> item, EventCodec<T> codec) {
    String body = new ItemReader(item).string(BidEvents.BODY);
    try {
      return codec.decode(body.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedEventException e) {
      throw new IllegalStateException("an item of our own cannot be read: " + item, e);
    }
  }

  private static long allBids(TrafficStats stats) {
    return stats.total().received() + stats.late();
  }
}
