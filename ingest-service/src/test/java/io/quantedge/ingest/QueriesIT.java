package io.quantedge.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.LogAccess;
import io.quantedge.ingest.testing.StoreAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Questions to the service, over HTTP, with the store and the topics that answer them. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
class QueriesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ANONYMOUS = "";

  @Inject DynamoDbAsyncClient client;
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
    log.close();
  }

  @Test
  void shouldShowAnAccountItsOwnBidsOnlyBeforeTheClose() {
    String slotId = IntakeClient.openSlot();
    String own = place(slotId, "adv-1", "5.4");
    String other = place(slotId, "adv-2", "7");
    awaitBids(slotId, 2);

    bids(slotId, KeysResource.keyOf("adv-1"))
        .body("items.bidId", contains(own))
        .body("items[0].amount", equalTo("5.4000"))
        .body("items[0].verdict.counting", equalTo("PENDING"));
    for (String key : List.of(ANONYMOUS, KeysResource.OPERATOR)) {
      bids(slotId, key)
          .body("items", hasSize(2))
          .body("items.region", everyItem(equalTo("ap-southeast-1")))
          .body("items.amount", everyItem(nullValue()))
          .body("items.accountId", everyItem(nullValue()))
          .body("items.offset", everyItem(nullValue()));
    }
    bid(slotId, other, KeysResource.keyOf("adv-1"))
        .statusCode(200)
        .body("bidId", equalTo(other))
        .body("amount", nullValue())
        .body("accountId", nullValue());
  }

  @Test
  void shouldRefuseToSayWhichBidsAreAnothers() {
    String slotId = IntakeClient.openSlot();
    place(slotId, "adv-2", "7");
    awaitBids(slotId, 1);

    for (String key : List.of(ANONYMOUS, KeysResource.OPERATOR, KeysResource.keyOf("adv-1"))) {
      as(key)
          .queryParam("accountId", "adv-2")
          .get("/v1/slots/{id}/bids", slotId)
          .then()
          .statusCode(403)
          .body("code", equalTo("SEALED"));
    }
    as(KeysResource.keyOf("adv-2"))
        .queryParam("accountId", "adv-2")
        .get("/v1/slots/{id}/bids", slotId)
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
  }

  @Test
  void shouldRefuseAKeyThatNobodyHas() {
    as("no such key")
        .get("/v1/slots/{id}/bids", "s")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Bearer"))
        .body("code", equalTo("UNKNOWN_KEY"));
  }

  @Test
  void shouldShowEachViewerItsPartAfterTheOutcome() throws MalformedEventException {
    String slotId = IntakeClient.openSlot();
    String loser = place(slotId, "adv-1", "5.4");
    JsonPath won = accepted(slotId, "adv-2", "7");
    String winner = won.getString("bidId");
    IntakeClient.close(slotId).statusCode(202);
    append(outcome(slotId, won));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            bid(slotId, loser, KeysResource.keyOf("adv-1"))
                .body("verdict.result", equalTo("LOST")));

    bid(slotId, loser, KeysResource.keyOf("adv-1"))
        .body("amount", equalTo("5.4000"))
        .body("verdict.counting", equalTo("COUNTED"))
        .body("verdict.lossReason", equalTo("LOST_TO_HIGHER_BID"))
        .body("verdict.openRtbLossCode", equalTo(102));
    bid(slotId, winner, KeysResource.keyOf("adv-1"))
        .body("offset", notNullValue())
        .body("accountId", nullValue())
        .body("amount", nullValue())
        .body("clearingPrice", nullValue())
        .body("verdict", nullValue());
    bid(slotId, winner, KeysResource.keyOf("pub-1"))
        .body("accountId", equalTo("adv-2"))
        .body("clearingPrice", equalTo("5.4100"))
        .body("amount", nullValue());
    bid(slotId, winner, KeysResource.keyOf("adv-2"))
        .body("verdict.result", equalTo("WON"))
        .body("clearingPrice", equalTo("5.4100"))
        .body("amount", equalTo("7.0000"));
    bids(slotId, KeysResource.OPERATOR)
        .body("items.amount", hasItem("5.4000"))
        .body("items.accountId", hasItem("adv-2"));
    bids(slotId, ANONYMOUS)
        .body("items", hasSize(2))
        .body("items.amount", everyItem(nullValue()))
        .body("items.verdict", everyItem(nullValue()));
    given().get("/v1/slots/{id}", slotId).then().body("state", equalTo("AWARDED"));
    slots("AWARDED").body("items.slotId", hasItem(slotId));
    slots("OPEN").body("items.slotId", not(hasItem(slotId)));
  }

  @Test
  void shouldListSlotsByTheirClosingTimesPageByPage() {
    Instant from = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String slotId = IntakeClient.freshSlotId();
      Map<String, Object> body = IntakeClient.slotBody();
      body.put("closesAt", from.plus(Duration.ofMinutes(50L * i)).toString());
      IntakeClient.put(slotId, body).statusCode(201);
      expected.add(slotId);
    }
    Map<String, Object> behind = IntakeClient.slotBody();
    behind.put("closesAt", from.plus(Duration.ofHours(5)).toString());
    IntakeClient.put(IntakeClient.freshSlotId(), behind).statusCode(201);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(list(from, from.plusSeconds(18_000), 2)).isEqualTo(expected));
    assertThat(list(from.plusSeconds(1), from.plus(Duration.ofMinutes(100)), 50))
        .containsExactly(expected.get(1));
  }

  @Test
  void shouldRefuseAQuestionThatMakesNoSense() {
    for (String query :
        List.of(
            "limit=0",
            "limit=101",
            "limit=x",
            "state=GONE",
            "closesFrom=now",
            "closesFrom=2026-01-02T00:00:00Z&closesTo=2026-01-01T00:00:00Z",
            "cursor=%21",
            "cursor=fn5-")) {
      given()
          .get("/v1/slots?" + query)
          .then()
          .statusCode(400)
          .body("code", equalTo("INVALID_REQUEST"))
          .body("field", equalTo(query.contains("closesTo") ? "closesTo" : query.split("=")[0]));
    }
    given().get("/v1/slots/{id}/bids", "none-such").then().statusCode(404);
    String slotId = IntakeClient.openSlot();
    bid(slotId, "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f", ANONYMOUS)
        .statusCode(404)
        .body("code", equalTo("UNKNOWN_BID"));
    given().get("/v1/slots/{id}/bids?region=x", slotId).then().statusCode(400);
    given().get("/v1/slots/{id}/regions", "none-such").then().statusCode(404);
  }

  @Test
  void shouldShowWhereBidsComeFromAndWhichSlotsGetTheMost() {
    String slotId = IntakeClient.openSlot();
    String quiet = IntakeClient.openSlot();
    given().get("/v1/slots/{id}/regions", slotId).then().body("total.received", equalTo(0));

    append(stats(slotId, 500, 90_000));
    append(stats(slotId, 400, 80_000));
    append(stats(quiet, 7, 3));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            given().get("/v1/slots/{id}/regions", quiet).then().body("total.received", equalTo(3)));
    given()
        .get("/v1/slots/{id}/regions", slotId)
        .then()
        .statusCode(200)
        .body("total.received", equalTo(90_000))
        .body("offset", equalTo(500))
        .body("regions.'eu-west-1'.counted", equalTo(90_000));
    given()
        .get("/v1/hot-slots?limit=1")
        .then()
        .statusCode(200)
        .body("slotId", contains(slotId))
        .body("received", contains(90_000));
  }

  @Test
  void shouldKeepASoftCloseAndCompareIt() {
    String slotId = IntakeClient.freshSlotId();
    Map<String, Object> body = IntakeClient.slotBody();
    body.put(
        "softClose",
        Map.of("windowMillis", 1_000, "extensionMillis", 2_000, "maximumMillis", 60_000));
    IntakeClient.put(slotId, body).statusCode(201);

    IntakeClient.put(slotId, body).statusCode(200).body("softClose.maximumMillis", equalTo(60_000));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.meta(slotId)).containsKey("closeKey"));
    body.put(
        "softClose",
        Map.of("windowMillis", 1_000, "extensionMillis", 2_000, "maximumMillis", 60_001));
    IntakeClient.put(slotId, body)
        .statusCode(409)
        .body("code", equalTo("SLOT_DEFINITION_CONFLICT"));
    body.put("softClose", Map.of("windowMillis", 0));
    IntakeClient.put(IntakeClient.freshSlotId(), body)
        .statusCode(400)
        .body("field", equalTo("softClose.extensionMillis"));
  }

  private List<String> list(Instant from, Instant to, int limit) {
    List<String> slotIds = new ArrayList<>();
    String cursor = "";
    do {
      JsonPath page =
          given()
              .queryParam("closesFrom", from.toString())
              .queryParam("closesTo", to.toString())
              .queryParam("limit", limit)
              .queryParam("cursor", cursor)
              .get("/v1/slots")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      slotIds.addAll(page.getList("items.slotId"));
      cursor = page.getString("next");
    } while (cursor != null);
    return slotIds;
  }

  private static ValidatableResponse slots(String state) {
    return given()
        .queryParam("state", state)
        .queryParam("limit", 100)
        .get("/v1/slots")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification as(String key) {
    return key.isEmpty() ? given() : given().header("Authorization", "Bearer " + key);
  }

  private static ValidatableResponse bids(String slotId, String key) {
    return as(key).get("/v1/slots/{id}/bids", slotId).then().statusCode(200);
  }

  private static ValidatableResponse bid(String slotId, String bidId, String key) {
    return as(key).get("/v1/slots/{id}/bids/{bidId}", slotId, bidId).then();
  }

  private static String place(String slotId, String account, String amount) {
    return accepted(slotId, account, amount).getString("bidId");
  }

  private static JsonPath accepted(String slotId, String account, String amount) {
    Map<String, Object> body = IntakeClient.bidBody();
    body.put("accountId", account);
    body.put("amount", amount);
    return IntakeClient.bid(slotId, body).statusCode(202).extract().jsonPath();
  }

  private void awaitBids(String slotId, int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(store.bids(slotId)).hasSize(count));
  }

  private AuctionOutcome outcome(String slotId, JsonPath winner) throws MalformedEventException {
    AuctionEvent placed = log.eventAt(winner.getInt("partition"), winner.getLong("offset"));
    Map<String, String> meta = awaitClosed(slotId);
    long closeOffset = Long.parseLong(meta.getOrDefault("closeOffset", ""));
    AuctionEvent opened =
        log.eventAt(
            winner.getInt("partition"), Long.parseLong(meta.getOrDefault("openOffset", "")));
    return new AuctionOutcome(
        ((AuctionEvent.SlotOpened) opened).slot(),
        List.of(new Candidate(1, ((AuctionEvent.BidPlaced) placed).bid(), Money.of("5.41", "USD"))),
        Tally.NONE,
        new TreeMap<>(),
        winner.getInt("partition"),
        0,
        closeOffset - 1,
        closeOffset,
        CloseCause.REQUEST,
        Instant.now(),
        "0".repeat(64));
  }

  private Map<String, String> awaitClosed(String slotId) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(store.meta(slotId).get("state")).isEqualTo("CLOSED"));
    return store.meta(slotId);
  }

  private static TrafficStats stats(String slotId, long offset, long bids) {
    Tally tally = new Tally(bids, bids, 0, new TreeMap<>());
    return new TrafficStats(
        new SlotId(slotId),
        0,
        offset,
        tally,
        new TreeMap<>(Map.of(new Region("eu-west-1"), tally)),
        0,
        false,
        Instant.now());
  }

  private void append(AuctionOutcome outcome) {
    log.append(Topic.AUCTION_OUTCOMES, "adv-2", EventCodec.OUTCOME.encode(outcome));
  }

  private void append(TrafficStats stats) {
    log.append(Topic.TRAFFIC_STATS, stats.slotId().value(), EventCodec.TRAFFIC_STATS.encode(stats));
  }
}
