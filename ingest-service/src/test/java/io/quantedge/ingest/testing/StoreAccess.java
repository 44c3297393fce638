package io.quantedge.ingest.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The bid store itself, past the service: its items, with every value as text. */
public record StoreAccess(DynamoDbAsyncClient client) {
  /** The items of a slot's bids. */
  public List<Map<String, String>> bids(String slotId) {
    return query(slotId, "REGION#");
  }

  /** The items that carry this bid's id; more than one is a fault. */
  public List<Map<String, String>> bids(String slotId, String bidId) {
    return bids(slotId).stream().filter(item -> bidId.equals(item.get("bidId"))).toList();
  }

  /** The slot's own item, empty if there is none. */
  public Map<String, String> meta(String slotId) {
    return query(slotId, "META").stream().findFirst().orElse(Map.of());
  }

  private List<Map<String, String>> query(String slotId, String sortKeyPrefix) {
    return client
        .query(query ->
            query
                .tableName("bid_events")
                .consistentRead(true)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :sk)")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS("SLOT#" + slotId),
                        ":sk", AttributeValue.fromS(sortKeyPrefix))))
        .join()
        .items()
        .stream()
        .map(item ->
            item.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> text(each.getValue()))))
        .toList();
  }

  private static String text(AttributeValue value) {
    if (value.s() != null) {
      return value.s();
    }
    return value.n() == null ? value.toString() : value.n();
  }
}
