package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.BidId;
import io.quantedge.ingest.application.StoreQueries.BidSearch;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.StoredBid;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads the bids of a slot in pages: one query for each shard, merged in the order of their sort
 * keys. A page reaches as far as every shard was read, so the place where it ends is one sort key,
 * whatever the number of shards. Thread-safe.
 */
final class BidPages {
  private static final int PARALLEL_QUERIES = 8;
  private static final int MIN_SHARD_LIMIT = 25;

  /** Behind every character of a sort key. */
  private static final String LAST = "~";

  /** Before every character of a sort key: the smallest text behind another one. */
  private static final String NEXT = " ";

  private final DynamoDbAsyncClient client;
  private final String table;

  /** What a query brought of one shard; with a place if the shard has more behind it. */
  private record Part(List<StoredBid> bids, Optional<String> readTo) {}

  BidPages(DynamoDbAsyncClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param now what expired before is left out
   */
  Uni<Page<StoredBid>> read(BidSearch search, Instant now) {
    String prefix = search.region().map(BidEvents::bidsPrefix).orElseGet(BidEvents::bidsPrefix);
    String after = search.after().map(place -> place + NEXT).orElse(prefix);
    String from = after.compareTo(prefix) > 0 ? after : prefix;
    if (from.compareTo(prefix + LAST) > 0) {
      return Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
    }
    int shards = search.slot().shards().history().latest();
    List<Uni<Part>> parts =
        IntStream.range(0, shards)
            .mapToObj(shard -> query(search, shard, from, prefix + LAST, now))
            .toList();
    return Uni.join()
        .all(parts)
        .usingConcurrencyOf(PARALLEL_QUERIES)
        .andFailFast()
        .map(read -> merged(read, search.limit()));
  }

  private Uni<Part> query(BidSearch search, int shard, String from, String to, Instant now) {
    int shards = search.slot().shards().history().latest();
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", BidEvents.text(BidEvents.bidsKey(search.slot().slotId(), shard)));
    values.put(":from", BidEvents.text(from));
    values.put(":to", BidEvents.text(to));
    values.put(":now", BidEvents.epochSeconds(now));
    search.accountId().ifPresent(id -> values.put(":account", BidEvents.text(id.value())));
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .limit(Math.max(MIN_SHARD_LIMIT, Math.ceilDiv(2 * search.limit(), shards)))
            .keyConditionExpression("PK = :pk AND SK BETWEEN :from AND :to")
            .filterExpression(
                "#ttl > :now" + (search.accountId().isPresent() ? " AND accountId = :account" : ""))
            .expressionAttributeNames(Map.of("#ttl", BidEvents.TTL))
            .expressionAttributeValues(values)
            .build();
    return Calls.of(() -> client.query(request)).map(BidPages::part);
  }

  private static Part part(QueryResponse response) {
    List<StoredBid> bids = response.items().stream().map(BidItem::read).toList();
    return new Part(
        bids,
        response.hasLastEvaluatedKey()
            ? Optional.of(new ItemReader(response.lastEvaluatedKey()).string(BidEvents.SK))
            : Optional.empty());
  }

  private static Page<StoredBid> merged(List<Part> parts, int limit) {
    Optional<String> readTo =
        parts.stream().flatMap(part -> part.readTo().stream()).min(Comparator.naturalOrder());
    TreeMap<String, StoredBid> known = new TreeMap<>();
    for (StoredBid bid : firstOfEach(parts)) {
      String place = BidEvents.bidSortKey(bid.bid().region(), bid.bid().bidId());
      if (readTo.isEmpty() || place.compareTo(readTo.get()) <= 0) {
        known.put(place, bid);
      }
    }
    if (known.size() <= limit) {
      return new Page<>(List.copyOf(known.values()), readTo);
    }
    List<String> places = new ArrayList<>(known.keySet()).subList(0, limit);
    String last = places.getLast();
    return new Page<>(List.copyOf(known.headMap(last, true).values()), Optional.of(last));
  }

  /** A bid may stand in two shards after two writers disagreed; the one that is first counts. */
  private static Iterable<StoredBid> firstOfEach(List<Part> parts) {
    Map<BidId, StoredBid> firsts = new HashMap<>();
    for (Part part : parts) {
      for (StoredBid bid : part.bids()) {
        firsts.merge(bid.bid().bidId(), bid, BidPages::first);
      }
    }
    return firsts.values();
  }

  static StoredBid first(StoredBid one, StoredBid other) {
    return one.position().offset() <= other.position().offset() ? one : other;
  }
}
