package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.application.SlotStore;
import io.quantedge.ingest.config.StoreConfig;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.SlotPhase;
import io.quantedge.ingest.domain.StorePlan;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** The slots' items. Each write is conditional, so that it can be repeated in any order. */
@Singleton
class DynamoSlotStore implements SlotStore {
  /** The earliest marker behind the opening wins, whatever the order of the writes. */
  private static final String CLOSE_CONDITION =
      "attribute_exists(PK) AND #openOffset < :offset"
          + " AND (attribute_not_exists(#closeOffset) OR #closeOffset > :offset)";

  /** Shards only grow, so writing the same or fewer again changes nothing. */
  private static final String GROW_CONDITION = "#openOffset = :opening AND #shards < :shards";

  private final DynamoDbAsyncClient client;
  private final StoreWrites writes;
  private final StoreConfig config;

  DynamoSlotStore(DynamoDbAsyncClient client, StoreWrites writes, StoreConfig config) {
    this.client = client;
    this.writes = writes;
    this.config = config;
  }

  @Override
  public Uni<Optional<StoredSlot>> load(SlotId slotId) {
    return Calls.of(() ->
            client.getItem(get ->
                get.tableName(config.table())
                    .key(BidEvents.slotKey(slotId, BidEvents.META))
                    .consistentRead(true)))
        .map(DynamoSlotStore::slot);
  }

  @Override
  public Uni<StoredSlot> open(StoredSlot slot) {
    return writes
        .put(put ->
            put.tableName(config.table())
                .item(SlotItem.of(slot, config.retention()))
                .conditionExpression("attribute_not_exists(PK)"))
        .map(done -> slot)
        .onFailure(ConditionalCheckFailedException.class)
        .recoverWithUni(() -> load(slot.slotId()).map(found -> found.orElse(slot)));
  }

  @Override
  public Uni<Void> grow(StorePlan.SlotGrowth growth) {
    return writes
        .update(update ->
            update
                .tableName(config.table())
                .key(BidEvents.slotKey(growth.slotId(), BidEvents.META))
                .updateExpression("SET #shards = :shards, #history = :history")
                .conditionExpression(GROW_CONDITION)
                .expressionAttributeNames(
                    Map.of(
                        "#shards", BidEvents.SHARDS,
                        "#history", BidEvents.SHARD_HISTORY,
                        "#openOffset", BidEvents.OPEN_OFFSET))
                .expressionAttributeValues(
                    Map.of(
                        ":shards", BidEvents.number(growth.history().latest()),
                        ":history", SlotItem.history(growth.history()),
                        ":opening", BidEvents.number(growth.opening().offset()))))
        .replaceWithVoid()
        .onFailure(ConditionalCheckFailedException.class)
        .recoverWithNull();
  }

  @Override
  public Uni<Void> close(SlotId slotId, LogPosition marker) {
    return writes
        .update(update ->
            update
                .tableName(config.table())
                .key(BidEvents.slotKey(slotId, BidEvents.META))
                .updateExpression("SET #state = :closed, #closeOffset = :offset")
                .conditionExpression(CLOSE_CONDITION)
                .expressionAttributeNames(
                    Map.of(
                        "#state", BidEvents.STATE,
                        "#openOffset", BidEvents.OPEN_OFFSET,
                        "#closeOffset", BidEvents.CLOSE_OFFSET))
                .expressionAttributeValues(
                    Map.of(
                        ":closed", BidEvents.text(SlotPhase.CLOSED.name()),
                        ":offset", BidEvents.number(marker.offset()))))
        .replaceWithVoid()
        .onFailure(ConditionalCheckFailedException.class)
        .recoverWithNull();
  }

  private static Optional<StoredSlot> slot(GetItemResponse response) {
    return response.hasItem() ? Optional.of(SlotItem.read(response.item())) : Optional.empty();
  }
}
