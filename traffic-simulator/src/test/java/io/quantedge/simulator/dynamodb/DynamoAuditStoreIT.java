package io.quantedge.simulator.dynamodb;

import static io.quantedge.simulator.domain.audit.Auction.CLOSES;
import static io.quantedge.simulator.domain.audit.Auction.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.localstack.LocalDynamoDb;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.audit.Auction;
import io.quantedge.simulator.domain.audit.AuditFrame;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import io.quantedge.simulator.domain.audit.SlotAuditor;
import io.quantedge.simulator.domain.audit.SlotEvidence;
import io.quantedge.simulator.domain.audit.SlotFinding;
import io.quantedge.simulator.domain.audit.StoreEvidence;
import io.quantedge.simulator.domain.audit.StoredSlot;
import io.quantedge.simulator.domain.check.StoreAudit;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Slots with their bids spread over keys, and with other items beside them. */
@TestInstance(Lifecycle.PER_CLASS)
class DynamoAuditStoreIT {
  private static final String TABLE = "bid_events";
  private static final int SHARDS = 3;
  private static final long NEVER = 99_999_999_999L;

  private final LocalDynamoDb dynamoDb = LocalDynamoDb.start();
  private final DynamoDbClient client = client(dynamoDb);
  private final DynamoAuditStore store = new DynamoAuditStore(dynamoDb.endpoint());

  @BeforeAll
  void createTable() {
    var unused =
        client.createTable(table ->
            table
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("PK").keyType(KeyType.HASH).build(),
                    KeySchemaElement.builder().attributeName("SK").keyType(KeyType.RANGE).build())
                .attributeDefinitions(attribute("PK"), attribute("SK")));
  }

  @AfterAll
  void stop() {
    store.close();
    client.close();
    dynamoDb.close();
  }

  @Test
  void bidsOfAllShardsAreReadAndNothingElse() throws Exception {
    // given a slot that bids extend, on three keys
    Auction auction = hotAuction("hot");
    put(slotItem(auction));
    put(Map.of("PK", text("SLOT#hot"), "SK", text("TRAFFIC"), "body", text("{}")));
    put(Map.of("PK", text("SLOT#hot"), "SK", text("OUTCOME"), "body", text("{}")));
    for (StoredBid item : auction.items) {
      put(bidItem(item, (int) (item.offset() % SHARDS)));
    }

    // when it is read, then it is what the log says
    assertThat(store.find(auction.slotId()).orElseThrow().definition())
        .isEqualTo(auction.definition);
    assertThat(audit(auction).differences()).isEmpty();

    // and the demo's checks see all bids too
    AuctionLog log = new AuctionLog(List.of(auction.slotId()));
    for (int offset = 0; offset < auction.events.size(); offset++) {
      log.add(PARTITION, offset, auction.events.get(offset));
    }
    StoreAudit checks = new StoreAudit(log.slot(auction.slotId()));
    try (DynamoBidStore bids = new DynamoBidStore(dynamoDb.endpoint())) {
      bids.read(auction.slotId(), checks);
    }
    assertThat(checks.findings())
        .isEqualTo(
            new StoreAudit.Findings(
                auction.items.size(), auction.items.size(), 0, 0, Optional.empty()));
  }

  @Test
  void aBidInTwoShardsAndAnItemThatIsNoBidAreNoticed() throws Exception {
    Auction auction = hotAuction("doubled");
    put(slotItem(auction));
    for (StoredBid item : auction.items) {
      put(bidItem(item, 0));
    }
    put(bidItem(auction.items.getFirst(), 2));
    Map<String, AttributeValue> broken = new HashMap<>(bidItem(auction.items.get(1), 1));
    broken.put("amount", text("lots"));
    put(broken);

    assertThat(audit(auction).differences())
        .extracting(one -> one.what())
        .contains("bids kept twice", "items that are not as they should be");
  }

  @Test
  void aSlotThatCannotBeReadIsSaidSo() {
    put(Map.of("PK", text("SLOT#odd"), "SK", text("META"), "currency", text("USD")));
    assertThatThrownBy(() -> store.find(new SlotId("odd")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("the item of slot odd");
  }

  private SlotFinding audit(Auction auction) throws RunFailedException {
    Optional<StoredSlot> slot = store.find(auction.slotId());
    StoreEvidence evidence = new StoreEvidence(slot, CLOSES.plusSeconds(1), 1_000, 3);
    store.read(auction.slotId(), slot.orElseThrow().shards(), evidence);
    evidence.complete();
    return SlotAuditor.audit(
        new SlotEvidence(
            auction.slotId(),
            Optional.of(auction.log()),
            evidence,
            List.of(auction.outcome()),
            Optional.of(Auction.settled(auction.outcome(), 1))),
        new AuditFrame(
            CLOSES.plusSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofDays(7),
            Map.of(PARTITION, new Range(0, 1_000))));
  }

  private static Auction hotAuction(String name) {
    Auction auction = new Auction(name, Optional.of(new SoftClose(10_000, 20_000, 45_000)));
    for (int i = 0; i < 50; i++) {
      auction.counted(auction.bid(i, "a" + i % 7, (1 + i % 9) + "", "USD", 1_000L * i));
    }
    return auction.extending(auction.bid(60, "ann", "5", "USD", 55_000), 75_000).close();
  }

  private static Map<String, AttributeValue> slotItem(Auction auction) {
    SlotDefinition slot = auction.definition;
    SoftClose soft = slot.softClose().orElseThrow();
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("PK", text("SLOT#" + slot.slotId()));
    item.put("SK", text("META"));
    item.put("slotId", text(slot.slotId().value()));
    item.put("publisherId", text(slot.publisherId().value()));
    item.put("name", text(slot.name()));
    item.put("floor", AttributeValue.fromN(slot.floor().amount()));
    item.put("increment", AttributeValue.fromN(slot.increment().amount()));
    item.put("currency", text(slot.currency()));
    item.put("pricing", text(slot.pricing().name()));
    item.put("ranking", text(slot.ranking().name()));
    item.put("opensAt", text(slot.opensAt().toString()));
    item.put("closesAt", text(slot.closesAt().toString()));
    item.put(
        "softClose",
        AttributeValue.fromM(
            Map.of(
                "windowMillis", number(soft.windowMillis()),
                "extensionMillis", number(soft.extensionMillis()),
                "maximumMillis", number(soft.maximumMillis()))));
    item.put("partition", number(PARTITION));
    item.put("openOffset", number(0));
    item.put("closeOffset", number(auction.outcome().closeOffset()));
    item.put("shards", number(SHARDS));
    item.put("ttl", number(NEVER));
    return item;
  }

  private static Map<String, AttributeValue> bidItem(StoredBid stored, int shard) {
    Bid bid = stored.bid();
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("PK", text("SLOT#" + bid.slotId() + (shard == 0 ? "" : "#" + shard)));
    item.put("SK", text("REGION#%s#BID#%s".formatted(bid.region(), bid.bidId())));
    item.put("slotId", text(bid.slotId().value()));
    item.put("bidId", text(bid.bidId().toString()));
    item.put("accountId", text(bid.accountId().value()));
    item.put("region", text(bid.region().name()));
    item.put("amount", AttributeValue.fromN(bid.price().amount()));
    item.put("currency", text(bid.price().currency()));
    item.put("latencyMs", number(bid.latencyMs()));
    item.put("qualityScore", AttributeValue.fromN(bid.qualityScore().toDecimal().toString()));
    item.put("acceptedAt", text(bid.acceptedAt().toString()));
    item.put("partition", number(stored.partition()));
    item.put("offset", number(stored.offset()));
    item.put("ttl", number(NEVER));
    return item;
  }

  private void put(Map<String, AttributeValue> item) {
    var unused = client.putItem(put -> put.tableName(TABLE).item(item));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static DynamoDbClient client(LocalDynamoDb local) {
    return DynamoDbClient.builder()
        .endpointOverride(local.endpoint())
        .region(Region.of(LocalDynamoDb.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalDynamoDb.CREDENTIAL, LocalDynamoDb.CREDENTIAL)))
        .build();
  }
}
