package io.quantedge.simulator.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.check.StoreAudit;
import io.quantedge.simulator.domain.check.StoreAudit.Findings;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The bid store's table in DynamoDB Local. */
@TestInstance(Lifecycle.PER_CLASS)
class DynamoBidStoreIT {
  private static final String TABLE = "bid_events";
  private static final int BIDS = 1_203;

  private final LocalDynamoDb dynamoDb = LocalDynamoDb.start();
  private final DynamoDbClient client = client(dynamoDb.endpoint());
  private final DynamoBidStore store = new DynamoBidStore(dynamoDb.endpoint());

  @AfterAll
  void stop() {
    store.close();
    client.close();
    dynamoDb.close();
  }

  @Test
  void handsOverEveryPageAndTellsItemsThatAreNoBids() throws Exception {
    SlotId slot = new SlotId("slot");
    assertThatThrownBy(() -> store.read(slot, new StoreAudit(Optional.empty())))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("bid_events");
    createTable();
    AuctionLog log = new AuctionLog(List.of(slot));
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int i = 0; i < BIDS; i++) {
      Bid bid = bid(slot, i);
      log.add(3, i, new BidPlaced(bid));
      items.add(item(bid, i));
    }
    items.add(Map.of("PK", text("SLOT#slot"), "SK", text("META"), "state", text("OPEN")));
    items.add(item(bid(new SlotId("slot-2"), 1), 1));
    put(items);

    assertThat(findings(slot, log)).isEqualTo(new Findings(BIDS, BIDS, 0, 0, Optional.empty()));

    Map<String, AttributeValue> broken = new HashMap<>(item(bid(slot, 5_000), 1));
    broken.put("amount", text("lots"));
    Map<String, AttributeValue> misplaced = new HashMap<>(item(bid(slot, 5_001), 1));
    misplaced.put("SK", text("REGION#sa-east-1#BID#x"));
    Map<String, AttributeValue> incomplete = new HashMap<>(item(bid(slot, 5_002), 1));
    incomplete.remove("offset");
    put(List.of(broken, misplaced, incomplete));

    assertThat(findings(slot, log).unsent()).isEqualTo(3);
    assertThat(findings(slot, log).asLogged()).isEqualTo(BIDS);
  }

  private Findings findings(SlotId slot, AuctionLog log) throws RunFailedException {
    StoreAudit audit = new StoreAudit(log.slot(slot));
    store.read(slot, audit);
    return audit.findings();
  }

  private static Map<String, AttributeValue> item(Bid bid, long offset) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("PK", text("SLOT#" + bid.slotId()));
    item.put("SK", text("REGION#%s#BID#%s".formatted(bid.region(), bid.bidId())));
    item.put("slotId", text(bid.slotId().value()));
    item.put("bidId", text(bid.bidId().toString()));
    item.put("accountId", text(bid.accountId().value()));
    item.put("region", text(bid.region().name()));
    item.put("amount", AttributeValue.fromN(bid.price().amount()));
    item.put("currency", text(bid.price().currency()));
    item.put("latencyMs", AttributeValue.fromN("7"));
    item.put("qualityScore", AttributeValue.fromN(bid.qualityScore().toDecimal().toString()));
    item.put("acceptedAt", text(bid.acceptedAt().toString()));
    item.put("partition", AttributeValue.fromN("3"));
    item.put("offset", AttributeValue.fromN(Long.toString(offset)));
    item.put("ttl", AttributeValue.fromN("99999999999"));
    return item;
  }

  private static Bid bid(SlotId slot, int id) {
    return new Bid(
        new BidId(new UUID(1, id)),
        slot,
        new AccountId("ann"),
        new Region(id % 2 == 0 ? "us-east-1" : "sa-east-1"),
        Money.of("12.3400", "USD"),
        7,
        new QualityScore(9_500),
        Instant.EPOCH.plusNanos(id * 1_000L));
  }

  private void put(List<Map<String, AttributeValue>> items) {
    for (int i = 0; i < items.size(); i += 25) {
      List<WriteRequest> batch =
          items.subList(i, Math.min(items.size(), i + 25)).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      var unused = client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, batch)));
    }
  }

  private void createTable() {
    var unused =
        client.createTable(table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("PK"), attribute("SK"))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE)));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(software.amazon.awssdk.regions.Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
