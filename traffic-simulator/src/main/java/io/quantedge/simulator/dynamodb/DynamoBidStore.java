package io.quantedge.simulator.dynamodb;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.BidStore;
import io.quantedge.simulator.domain.check.StoreAudit;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The table {@code bid_events}: bids are the items under a slot's key whose sort key is a region's.
 */
public final class DynamoBidStore implements BidStore {
  private static final String TABLE = "bid_events";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /** Keeps a page's items to a few megabytes of memory. */
  private static final int PAGE_ITEMS = 1_000;

  private final DynamoDbClient client;

  /**
   * @param endpoint of DynamoDB Local, or of anything that asks for no real credentials
   */
  public DynamoBidStore(URI endpoint) {
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

  @Override
  public void read(SlotId slotId, StoreAudit into) throws RunFailedException {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(TABLE)
            .consistentRead(true)
            .limit(PAGE_ITEMS)
            .keyConditionExpression("PK = :slot and begins_with(SK, :bids)")
            .expressionAttributeValues(
                Map.of(
                    ":slot", AttributeValue.fromS("SLOT#" + slotId),
                    ":bids", AttributeValue.fromS("REGION#")))
            .build();
    try {
      client.queryPaginator(query).forEach(page -> page.items().forEach(item -> add(item, into)));
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

  private static void add(Map<String, AttributeValue> item, StoreAudit into) {
    try {
      StoredBid stored = stored(item);
      String key = "REGION#%s#BID#%s".formatted(stored.bid().region(), stored.bid().bidId());
      if (key.equals(text(item, "SK"))) {
        into.add(stored);
      } else {
        into.addUnreadable("an item's key is " + text(item, "SK") + " and its bid says " + key);
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      into.addUnreadable("an item is no bid: " + e.getMessage());
    }
  }

  private static StoredBid stored(Map<String, AttributeValue> item) {
    Bid bid =
        new Bid(
            BidId.parse(text(item, "bidId")),
            new SlotId(text(item, "slotId")),
            new AccountId(text(item, "accountId")),
            new Region(text(item, "region")),
            Money.of(text(item, "amount"), text(item, "currency")),
            Integer.parseInt(text(item, "latencyMs")),
            QualityScore.of(new BigDecimal(text(item, "qualityScore"))),
            Instant.parse(text(item, "acceptedAt")));
    return new StoredBid(
        bid, Integer.parseInt(text(item, "partition")), Long.parseLong(text(item, "offset")));
  }

  /** The attribute as text, whether it is kept as a string or as a number. */
  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalArgumentException("attribute " + name + " is missing");
    }
    return value.s() != null ? value.s() : String.valueOf(value.n());
  }
}
