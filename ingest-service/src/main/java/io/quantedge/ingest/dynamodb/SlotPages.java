package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.ingest.application.StoreQueries.SlotSearch;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.ListedSlot;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Walks the index of slots by closing time, hour by hour, a bounded number of steps for each page.
 * Thread-safe.
 */
final class SlotPages {
  /** One query each. */
  private static final int MAX_STEPS = 24;

  private static final int MILLIS_DIGITS = 15;
  private static final String NEXT = " ";
  private static final Pattern PLACE =
      Pattern.compile("[0-9]{" + MILLIS_DIGITS + "}(#[A-Za-z0-9._-]{1,64} )?");

  private final DynamoDbAsyncClient client;
  private final String table;

  SlotPages(DynamoDbAsyncClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * @param now what expired before is left out
   */
  Uni<Page<ListedSlot>> read(SlotSearch search, Instant now) {
    search.after().ifPresent(SlotPages::requirePlace);
    String first = BidEvents.sortable(search.closesFrom());
    String from = search.after().filter(place -> place.compareTo(first) > 0).orElse(first);
    return new Walk(search, now).from(from, MAX_STEPS);
  }

  /** One page in the making. */
  private final class Walk {
    private final SlotSearch search;
    private final Instant now;
    private final List<ListedSlot> found = new ArrayList<>();

    Walk(SlotSearch search, Instant now) {
      this.search = search;
      this.now = now;
    }

    /**
     * @param from from which key on to look
     */
    Uni<Page<ListedSlot>> from(String from, int stepsLeft) {
      if (from.compareTo(BidEvents.sortable(search.closesTo())) >= 0) {
        return Uni.createFrom().item(new Page<>(found, Optional.empty()));
      }
      if (stepsLeft == 0 || found.size() >= search.limit()) {
        return Uni.createFrom().item(new Page<>(found, Optional.of(from)));
      }
      Instant hour = hourOf(from);
      return Calls.of(() -> client.query(query(from, hour)))
          .chain(response ->
              listed(response)
                  .chain(listed -> {
                    listed.stream().filter(this::isWanted).forEach(found::add);
                    return from(next(response, hour), stepsLeft - 1);
                  }));
    }

    private boolean isWanted(ListedSlot slot) {
      return search.state().isEmpty() || search.state().get() == slot.state();
    }

    private QueryRequest query(String from, Instant hour) {
      return QueryRequest.builder()
          .tableName(table)
          .indexName(BidEvents.SLOTS_BY_CLOSE)
          .limit(search.limit() - found.size())
          .keyConditionExpression("closeHour = :hour AND closeKey BETWEEN :from AND :to")
          .filterExpression("#ttl > :now")
          .expressionAttributeNames(Map.of("#ttl", BidEvents.TTL))
          .expressionAttributeValues(
              Map.of(
                  ":hour", BidEvents.text(BidEvents.hour(hour)),
                  ":from", BidEvents.text(from),
                  ":to", BidEvents.text(BidEvents.sortable(search.closesTo())),
                  ":now", BidEvents.epochSeconds(now)))
          .build();
    }
  }

  /** Behind the last one that was looked at, or the beginning of the next hour. */
  private static String next(QueryResponse response, Instant hour) {
    return response.hasLastEvaluatedKey()
        ? new ItemReader(response.lastEvaluatedKey()).string(BidEvents.CLOSE_KEY) + NEXT
        : BidEvents.sortable(hour.plus(Duration.ofHours(1)));
  }

  private static void requirePlace(String place) {
    if (!PLACE.matcher(place).matches()) {
      throw new RefusedException(
          new Refusal.InvalidRequest(
              "cursor", "must be the next of an earlier page of the same list"));
    }
  }

  private static Instant hourOf(String place) {
    return Instant.ofEpochMilli(Long.parseLong(place.substring(0, MILLIS_DIGITS)))
        .truncatedTo(ChronoUnit.HOURS);
  }

  private Uni<List<ListedSlot>> listed(QueryResponse response) {
    List<KnownSlot> slots =
        response.items().stream().map(item -> SlotItem.read(item).slot()).toList();
    if (slots.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Map<String, AttributeValue>> keys =
        slots.stream().map(slot -> BidEvents.slotKey(slot.slotId(), BidEvents.OUTCOME)).toList();
    KeysAndAttributes outcomes =
        KeysAndAttributes.builder()
            .keys(keys)
            .projectionExpression("#slotId, #state")
            .expressionAttributeNames(
                Map.of("#slotId", BidEvents.SLOT_ID, "#state", BidEvents.STATE))
            .build();
    return Calls.of(() -> client.batchGetItem(get -> get.requestItems(Map.of(table, outcomes))))
        .map(this::states)
        .map(states ->
            slots.stream()
                .map(slot -> ListedSlot.of(slot, Optional.ofNullable(states.get(slot.slotId()))))
                .toList());
  }

  private Map<SlotId, AuctionOutcome.State> states(BatchGetItemResponse response) {
    if (!response.unprocessedKeys().isEmpty()) {
      throw new StoreThrottledException("not all outcomes could be read");
    }
    Map<SlotId, AuctionOutcome.State> states = new HashMap<>();
    for (Map<String, AttributeValue> each : response.responses().getOrDefault(table, List.of())) {
      ItemReader item = new ItemReader(each);
      states.put(
          new SlotId(item.string(BidEvents.SLOT_ID)),
          AuctionOutcome.State.valueOf(item.string(BidEvents.STATE)));
    }
    return states;
  }
}
