package io.quantedge.simulator.dynamodb;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The table {@code bid_events}: bids are the items whose sort key is a region's, under a slot's key
 * or one of its shards' keys. Other items may stand beside them. Thread-safe.
 */
final class BidTable implements AutoCloseable {
  private static final String TABLE = "bid_events";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Keeps a page's items to a few megabytes of memory. */
  private static final int PAGE_ITEMS = 1_000;

  private final DynamoDbClient client;

  /**
   * @param endpoint of DynamoDB Local, or of anything that asks for no real credentials
   */
  BidTable(URI endpoint) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(TIMEOUT).connectionTimeout(TIMEOUT))
            .build();
  }

  /** The slot's own item. */
  Optional<Map<String, AttributeValue>> slot(SlotId slotId) throws RunFailedException {
    return ask(
        slotId,
        () ->
            Optional.of(
                    client.getItem(get ->
                        get.tableName(TABLE)
                            .consistentRead(true)
                            .key(
                                Map.of(
                                    "PK", AttributeValue.fromS(key(slotId, 0)),
                                    "SK", AttributeValue.fromS("META")))))
                .filter(response -> response.hasItem())
                .map(response -> response.item()));
  }

  /**
   * Hands over all bids of a slot, page by page.
   *
   * @param shards how many keys they are spread over, at least 1
   */
  void bids(SlotId slotId, int shards, Consumer<Map<String, AttributeValue>> into)
      throws RunFailedException {
    for (int shard = 0; shard < shards; shard++) {
      QueryRequest query =
          QueryRequest.builder()
              .tableName(TABLE)
              .consistentRead(true)
              .limit(PAGE_ITEMS)
              .keyConditionExpression("PK = :slot and begins_with(SK, :bids)")
              .expressionAttributeValues(
                  Map.of(
                      ":slot", AttributeValue.fromS(key(slotId, shard)),
                      ":bids", AttributeValue.fromS("REGION#")))
              .build();
      boolean unused =
          ask(
              slotId,
              () -> {
                client.queryPaginator(query).forEach(page -> page.items().forEach(into));
                return true;
              });
    }
  }

  private static String key(SlotId slotId, int shard) {
    return shard == 0 ? "SLOT#" + slotId : "SLOT#" + slotId + "#" + shard;
  }

  private interface Question<T> {
    T ask();
  }

  private static <T> T ask(SlotId slotId, Question<T> question) throws RunFailedException {
    try {
      return question.ask();
    } catch (SdkException e) {
      throw new RunFailedException(
          "DynamoDB's table %s could not be read for slot %s: %s"
              .formatted(TABLE, slotId, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
