package io.quantedge.ingest.dynamodb;

import static io.quantedge.ingest.dynamodb.BidEvents.number;
import static io.quantedge.ingest.dynamodb.BidEvents.text;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.application.FigureStore;
import io.quantedge.ingest.config.StoreConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Counts and outcomes as items of their slots, with the event's own JSON inside. Thread-safe. */
@Singleton
class DynamoFigureStore implements FigureStore {
  /** Only a higher offset replaces what is there. */
  private static final String NEWER = "attribute_not_exists(PK) OR #offset < :offset";

  private final StoreWrites writes;
  private final StoreConfig config;

  DynamoFigureStore(StoreWrites writes, StoreConfig config) {
    this.writes = writes;
    this.config = config;
  }

  @Override
  public Uni<Void> keep(TrafficStats stats) {
    Map<String, AttributeValue> item =
        item(
            stats.slotId(),
            BidEvents.TRAFFIC,
            EventCodec.TRAFFIC_STATS.encode(stats),
            stats.offset(),
            stats.countedAt());
    item.put(BidEvents.TRAFFIC_HOUR, text(BidEvents.hour(stats.countedAt())));
    item.put(
        BidEvents.TRAFFIC_KEY,
        text(BidEvents.trafficKey(stats.total().received() + stats.late(), stats.slotId())));
    return put(item);
  }

  @Override
  public Uni<Void> keep(AuctionOutcome outcome, long offset) {
    Map<String, AttributeValue> item =
        item(
            outcome.slot().slotId(),
            BidEvents.OUTCOME,
            EventCodec.OUTCOME.encode(outcome),
            offset,
            outcome.slot().latestDeadline());
    item.put(BidEvents.STATE, text(outcome.state().name()));
    return put(item);
  }

  private Map<String, AttributeValue> item(
      SlotId slotId, String sortKey, byte[] body, long offset, Instant keptFrom) {
    Map<String, AttributeValue> item = new HashMap<>(BidEvents.slotKey(slotId, sortKey));
    item.put(BidEvents.SLOT_ID, text(slotId.value()));
    item.put(BidEvents.BODY, text(new String(body, StandardCharsets.UTF_8)));
    item.put(BidEvents.BODY_OFFSET, number(offset));
    item.put(BidEvents.TTL, BidEvents.epochSeconds(keptFrom.plus(config.retention())));
    return item;
  }

  private Uni<Void> put(Map<String, AttributeValue> item) {
    AttributeValue offset = item.getOrDefault(BidEvents.BODY_OFFSET, number(0));
    return writes
        .put(put ->
            put.tableName(config.table())
                .item(item)
                .conditionExpression(NEWER)
                .expressionAttributeNames(Map.of("#offset", BidEvents.BODY_OFFSET))
                .expressionAttributeValues(Map.of(":offset", offset)))
        .replaceWithVoid()
        .onFailure(ConditionalCheckFailedException.class)
        .recoverWithNull();
  }
}
