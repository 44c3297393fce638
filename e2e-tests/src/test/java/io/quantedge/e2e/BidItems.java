package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.LocalDynamoDb;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The bids in DynamoDB, seen by somebody who knows no more than the documented keys. */
final class BidItems implements AutoCloseable {
  private static final String TABLE = "bid_events";

  private final DynamoDbClient client;

  BidItems(URI endpoint) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(LocalDynamoDb.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(LocalDynamoDb.CREDENTIAL, LocalDynamoDb.CREDENTIAL)))
            .build();
  }

  /** The items of a slot's bids, from all its shards. */
  private List<Map<String, AttributeValue>> of(String slotId) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int shard = 0; shard < shards(slotId); shard++) {
      String key = "SLOT#" + slotId + (shard == 0 ? "" : "#" + shard);
      client
          .queryPaginator(query ->
              query
                  .tableName(TABLE)
                  .consistentRead(true)
                  .keyConditionExpression("PK = :slot and begins_with(SK, :bids)")
                  .expressionAttributeValues(
                      Map.of(
                          ":slot", AttributeValue.fromS(key),
                          ":bids", AttributeValue.fromS("REGION#"))))
          .items()
          .forEach(items::add);
    }
    return items;
  }

  /** The ids of a slot's bids, as often as they are kept. */
  List<UUID> idsOf(String slotId) {
    return of(slotId).stream().map(item -> UUID.fromString(attribute(item, "bidId").s())).toList();
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).orElseThrow();
  }

  private int shards(String slotId) {
    var meta =
        client.getItem(get ->
            get.tableName(TABLE)
                .consistentRead(true)
                .key(
                    Map.of(
                        "PK", AttributeValue.fromS("SLOT#" + slotId),
                        "SK", AttributeValue.fromS("META"))));
    return meta.hasItem() ? Integer.parseInt(attribute(meta.item(), "shards").n()) : 1;
  }

  /** Takes a bid out. */
  void delete(String slotId, String bidId) {
    List<Map<String, AttributeValue>> found =
        of(slotId).stream().filter(item -> attribute(item, "bidId").s().equals(bidId)).toList();
    assertThat(found).as("bid %s of slot %s", bidId, slotId).hasSize(1);
    var unused =
        client.deleteItem(delete ->
            delete
                .tableName(TABLE)
                .key(Map.of("PK", found.getFirst().get("PK"), "SK", found.getFirst().get("SK"))));
  }

  @Override
  public void close() {
    client.close();
  }
}
