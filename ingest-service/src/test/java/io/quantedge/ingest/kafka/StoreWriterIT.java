package io.quantedge.ingest.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.ingest.testing.StoreAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** From the log into the store, over a real broker and a real DynamoDB. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
class StoreWriterIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject DynamoDbAsyncClient client;
  @Inject LogLoops loops;
  private LogAccess log;
  private StoreAccess store;

  @BeforeEach
  void openLog() {
    store = new StoreAccess(client);
    log =
        new LogAccess(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    await().untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @AfterEach
  void closeLog() {
    loops.startWriter();
    log.close();
  }

  @Test
  void shouldStoreABidWithAllThatIsKnownOfIt() throws MalformedEventException {
    String slotId = IntakeClient.openSlot();
    JsonPath receipt =
        IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202).extract().jsonPath();

    Map<String, String> item = awaitBids(slotId, 1).getFirst();

    AuctionEvent event = log.eventAt(receipt.getInt("partition"), receipt.getLong("offset"));
    Bid bid = ((AuctionEvent.BidPlaced) event).bid();
    assertThat(item.get("PK")).isEqualTo("SLOT#" + slotId);
    assertThat(item.get("SK")).isEqualTo("REGION#ap-southeast-1#BID#" + bid.bidId());
    assertThat(item.get("slotId")).isEqualTo(slotId);
    assertThat(item.get("bidId")).isEqualTo(bid.bidId().toString());
    assertThat(item.get("accountId")).isEqualTo("adv-1");
    assertThat(item.get("region")).isEqualTo("ap-southeast-1");
    assertThat(number(item, "amount")).isEqualByComparingTo("5.4000");
    assertThat(item.get("currency")).isEqualTo("USD");
    assertThat(item.get("latencyMs")).isEqualTo("0");
    assertThat(number(item, "qualityScore")).isEqualByComparingTo("1");
    assertThat(item.get("acceptedAt")).isEqualTo(receipt.getString("acceptedAt"));
    assertThat(item.get("partition")).isEqualTo(receipt.getString("partition"));
    assertThat(item.get("offset")).isEqualTo(receipt.getString("offset"));
    assertThat(item.get("contentHash")).isEqualTo(HexFormat.of().formatHex(BidHash.ofContent(bid)));
    Instant expires = Instant.ofEpochSecond(Long.parseLong(item.getOrDefault("ttl", "")));
    assertThat(Duration.between(Instant.now(), expires))
        .isBetween(Duration.ofDays(7), Duration.ofDays(7).plusHours(1));
  }

  @Test
  void shouldStoreTheSlotAndItsClosing() {
    String slotId = IntakeClient.openSlot();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.meta(slotId).get("state")).isEqualTo("OPEN"));
    assertThat(store.meta(slotId).get("shards")).isEqualTo("1");

    JsonPath first = IntakeClient.close(slotId).statusCode(202).extract().jsonPath();
    IntakeClient.close(slotId).statusCode(202);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.meta(slotId).get("state")).isEqualTo("CLOSED"));
    drain(slotId);
    assertThat(store.meta(slotId).get("closeOffset")).isEqualTo(first.getString("offset"));
  }

  @Test
  void shouldKeepTheFirstRecordOfABidWhateverComesLater() {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> body = IntakeClient.bidBody();
    JsonPath first = IntakeClient.bid(slotId, body).statusCode(202).extract().jsonPath();
    awaitBids(slotId, 1);

    IntakeClient.bid(slotId, body).statusCode(202);
    body.put("amount", "9.9");
    IntakeClient.bid(slotId, body).statusCode(202);
    body.put("region", "eu-west-1");
    IntakeClient.bid(slotId, body).statusCode(202);
    drain(slotId);

    List<Map<String, String>> stored = store.bids(slotId, String.valueOf(body.get("bidId")));
    assertThat(stored).hasSize(1);
    assertThat(stored.getFirst().get("offset")).isEqualTo(first.getString("offset"));
    assertThat(number(stored.getFirst(), "amount")).isEqualByComparingTo("5.4");
  }

  @Test
  void shouldStoreLateBidsOnceAndInTheRegionOfTheFirst() {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> inTime = IntakeClient.bidBody();
    IntakeClient.bid(slotId, inTime).statusCode(202);
    IntakeClient.close(slotId).statusCode(202);
    String inTimeId = String.valueOf(inTime.get("bidId"));
    String lateId = UUID.randomUUID().toString();

    log.append(placed(slotId, lateId, "eu-west-1", "3"));
    log.append(placed(slotId, lateId, "us-east-1", "8"));
    log.append(placed(slotId, inTimeId, "sa-east-1", "9"));
    awaitBids(slotId, 2);
    log.append(placed(slotId, lateId, "sa-east-1", "9"));
    log.append(placed(slotId, lateId, "eu-west-1", "9"));
    String last = UUID.randomUUID().toString();
    log.append(placed(slotId, last, "eu-west-1", "2"));
    awaitBids(slotId, 3);

    List<Map<String, String>> late = store.bids(slotId, lateId);
    assertThat(late).hasSize(1);
    assertThat(late.getFirst().get("region")).isEqualTo("eu-west-1");
    assertThat(number(late.getFirst(), "amount")).isEqualByComparingTo("3");
    assertThat(store.bids(slotId, inTimeId))
        .singleElement()
        .satisfies(item -> assertThat(item.get("region")).isEqualTo("ap-southeast-1"));
  }

  @Test
  void shouldNotStoreABidThatStandsBeforeItsSlotsOpening() {
    String slotId = IntakeClient.freshSlotId();
    log.append(placed(slotId, UUID.randomUUID().toString(), "eu-west-1", "3"));
    IntakeClient.put(slotId, IntakeClient.slotBody()).statusCode(201);

    IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202);

    awaitBids(slotId, 1);
    assertThat(store.bids(slotId).getFirst().get("accountId")).isEqualTo("adv-1");
  }

  @Test
  void shouldGoOnAfterARestartAsIfNothingHadHappened() throws InterruptedException {
    String slotId = IntakeClient.openSlot();
    Map<String, Object> before = IntakeClient.bidBody();
    IntakeClient.bid(slotId, before).statusCode(202);
    List<Map<String, String>> stored = awaitBids(slotId, 1);

    loops.stopWriter();
    Map<String, Object> meanwhile = IntakeClient.bidBody();
    IntakeClient.bid(slotId, meanwhile).statusCode(202);
    before.put("amount", "9.9");
    before.put("region", "eu-west-1");
    IntakeClient.bid(slotId, before).statusCode(202);
    assertThat(store.bids(slotId)).isEqualTo(stored);
    loops.startWriter();

    List<Map<String, String>> afterRestart = awaitBids(slotId, 2);
    drain(slotId);
    assertThat(store.bids(slotId)).containsAll(afterRestart);
    assertThat(store.bids(slotId, String.valueOf(before.get("bidId")))).isEqualTo(stored);
    assertThat(store.bids(slotId, String.valueOf(meanwhile.get("bidId")))).hasSize(1);
  }

  @Test
  void shouldCommitTheOpeningOfTheOldestOpenSlotAndNoteHowFarItHasWritten() {
    String slotId = IntakeClient.openSlot();
    JsonPath receipt =
        IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202).extract().jsonPath();
    awaitBids(slotId, 1);
    long opening = Long.parseLong(store.meta(slotId).getOrDefault("openOffset", ""));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          OffsetAndMetadata committed = log.committed(receipt.getInt("partition"));
          assertThat(committed.offset()).isLessThanOrEqualTo(opening);
          assertThat(CommitNote.read(committed).writtenOffset())
              .isGreaterThan(receipt.getLong("offset"));
        });
  }

  @Test
  void shouldPassOverARecordThatMakesNoSense() {
    String slotId = IntakeClient.openSlot();
    LogPosition nonsense =
        log.append(slotId, "{\"type\":\"BID_PLACED\"".getBytes(StandardCharsets.UTF_8));
    JsonPath receipt =
        IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202).extract().jsonPath();

    awaitBids(slotId, 1);
    assertThat(receipt.getInt("partition")).isEqualTo(nonsense.partition());
    assertThat(receipt.getLong("offset")).isGreaterThan(nonsense.offset());
  }

  private static AuctionEvent placed(String slotId, String bidId, String region, String amount) {
    return new AuctionEvent.BidPlaced(
        new Bid(
            BidId.parse(bidId),
            new SlotId(slotId),
            new AccountId("adv-2"),
            new Region(region),
            Money.of(amount, "USD"),
            0,
            QualityScore.FULL,
            Instant.parse("2026-01-31T12:00:00Z")));
  }

  /** Waits until everything that stands in the slot's partition so far is stored. */
  private void drain(String slotId) {
    if ("OPEN".equals(store.meta(slotId).get("state"))) {
      Map<String, Object> probe = IntakeClient.bidBody();
      IntakeClient.bid(slotId, probe).statusCode(202);
      await()
          .atMost(PATIENCE)
          .until(() -> !store.bids(slotId, String.valueOf(probe.get("bidId"))).isEmpty());
    } else {
      String probe = UUID.randomUUID().toString();
      log.append(placed(slotId, probe, "eu-west-1", "2"));
      await().atMost(PATIENCE).until(() -> !store.bids(slotId, probe).isEmpty());
    }
  }

  private static BigDecimal number(Map<String, String> item, String attribute) {
    return new BigDecimal(item.getOrDefault(attribute, ""));
  }

  private List<Map<String, String>> awaitBids(String slotId, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(store.bids(slotId)).hasSize(count));
    return store.bids(slotId);
  }
}
