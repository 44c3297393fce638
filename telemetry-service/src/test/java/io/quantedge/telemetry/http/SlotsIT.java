package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quantedge.telemetry.fixture.Upstreams;
import io.quantedge.telemetry.fixture.Upstreams.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
@WithTestResource(value = Upstreams.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SlotsIT {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String NO_OPEN_SLOTS =
      "{\"scope\": \"ALL\", \"instances\": 1, \"items\": []}";

  @Inject Dsql dsql;

  private TruthStore store;

  @BeforeEach
  void emptyTables() {
    Upstreams.reset();
    Upstreams.at(Service.EVALUATOR, "/v1/slots", 200, NO_OPEN_SLOTS);
    store = new TruthStore(dsql);
    store.drop("ad_slots");
    store.drop("settlements");
    store.createBooks();
    await().atMost(SOON).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
  }

  private static JsonPath find(String query) {
    return get("/v1/slots?" + query).then().statusCode(200).extract().jsonPath();
  }

  /** Tells of a slot and waits until telemetry knows all of it. */
  private static SlotStory told(String slotId, long seed) {
    SlotStory story = new RandomExchange(seed, Instant.now()).slot(slotId);
    try (EventFeed feed = new EventFeed()) {
      feed.send(story.events());
    }
    String state = story.settlement().isPresent() ? "decided" : "AWARDED";
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(find("query=" + slotId).getString("slots[0].state"))
                .as("%s with seed %d", state, seed)
                .isIn("SETTLED", "REJECTED", "UNSOLD"));
    return story;
  }

  @Test
  void aSlotThatTelemetryRemembersIsFoundByAnyPartOfItsId() {
    SlotStory story = told("remembered-alpha-1", 21);

    JsonPath found = find("query=D-ALPHA");

    assertThat(found.getList("slots")).hasSize(1);
    assertThat(found.getString("slots[0].slotId")).isEqualTo("remembered-alpha-1");
    assertThat(found.getString("slots[0].name")).isEqualTo(story.outcome().slot().name());
    assertThat(found.getLong("slots[0].received"))
        .isEqualTo(story.traffic().getLast().total().received());
    assertThat(Instant.parse(found.getString("slots[0].closedAt")))
        .isEqualTo(story.outcome().closedAt());
    assertThat(found.getList("notes")).isEmpty();
  }

  @Test
  void aSlotOfTheTruthStoreIsFoundByTheBeginningOfItsId() {
    store.insertSlot("stored-beta-1", "SETTLED", "2026-03-01T10:00:00Z", "acme", "5.4");
    store.insertSlot("stored-beta-2", "UNSOLD", "2026-03-01T11:00:00Z", null, null);
    store.insertSlot("tored-beta", "UNSOLD", "2026-03-01T12:00:00Z", null, null);

    get("/v1/slots?query=stored-b")
        .then()
        .body("slots.slotId", contains("stored-beta-2", "stored-beta-1"))
        .body("slots[1].winner", equalTo("acme"))
        .body("slots[1].price", equalTo("5.4000"))
        .body("slots[1].currency", equalTo("USD"))
        .body("slots[0].winner", nullValue());
    get("/v1/slots?query=stored-b&state=SETTLED")
        .then()
        .body("slots.slotId", contains("stored-beta-1"));
    get("/v1/slots?query=beta").then().body("slots", empty());
  }

  @Test
  void openSlotsComeFromTheEvaluatorPageByPage() {
    Upstreams.at(
        Service.EVALUATOR,
        "/v1/slots",
        request -> {
          boolean second = request.getRequestURI().getQuery().contains("after=next=place&+");
          Upstreams.reply(
              request,
              200,
              second
                  ? page("open-gamma-2", "Gamma, two", "")
                  : page("open-gamma-1", "Gamma, one", ", \"next\": \"next=place&+\""));
        });

    get("/v1/slots?query=gamma&state=OPEN")
        .then()
        .statusCode(200)
        .body("slots.slotId", contains("open-gamma-1", "open-gamma-2"))
        .body("slots[0].name", equalTo("Gamma, one"))
        .body("slots[0].received", equalTo(7))
        .body("slots[0].closedAt", nullValue())
        .body("slots[0].closesAt", equalTo("2030-01-31T12:00:00Z"))
        .body("notes", empty());
  }

  private static String page(String slotId, String name, String next) {
    return """
    {"scope": "ALL", "instances": 1, "items": [{"slotId": "%s", "publisherId": "p",
      "name": "%s", "closesAt": "2030-01-31T12:00:00Z", "deadline": "2030-01-31T12:00:00Z",
      "partition": 1, "received": 7}]%s}
    """
        .formatted(slotId, name, next);
  }

  @Test
  void aSourceThatIsAwayMakesTheListShorterAndIsNamed() {
    store.drop("ad_slots");
    Upstreams.at(Service.EVALUATOR, "/v1/slots", 503, "{\"code\": \"CATCHING_UP\"}");

    get("/v1/slots?query=nothing-like-it")
        .then()
        .statusCode(200)
        .body("slots", empty())
        .body("next", nullValue())
        .body("notes", hasSize(2))
        .body("notes", hasItem(containsString("truth store")))
        .body("notes", hasItem(containsString("evaluator-service answered 503 CATCHING_UP")));
  }

  @Test
  void aListCanBePagedThroughWithoutGapsOrRepeats() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      store.insertSlot("paged-" + i, "UNSOLD", "2026-03-01T10:0" + (i / 2) + ":00Z", null, null);
    }
    for (String id : List.of("6", "4", "5", "2", "3", "0", "1")) {
      expected.add("paged-" + id);
    }

    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonPath page = find("query=paged-&limit=2&after=" + after);
      seen.addAll(page.getList("slots.slotId", String.class));
      after = page.getString("next");
    } while (after != null && seen.size() < 20);

    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithItsValue() {
    get("/v1/slots?state=GONE").then().statusCode(400).body("detail", containsString("'GONE'"));
    get("/v1/slots?limit=0").then().statusCode(400).body("detail", containsString("1 to 200"));
    get("/v1/slots?after=xyz").then().statusCode(400).body("detail", containsString("'xyz'"));
    get("/v1/slots?query=" + "x".repeat(201)).then().statusCode(400);
    given()
        .urlEncodingEnabled(false)
        .get("/v1/slots/..%2f/story")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aStoryHasEveryPartInItsOwnWords() {
    String slotId = "story-delta";
    SlotStory told = told(slotId, 22);
    Upstreams.at(Service.INGEST, "/v1/slots/" + slotId, 200, "{\"slotId\": \"story-delta\"}");
    Upstreams.at(
        Service.INGEST,
        "/v1/slots/" + slotId + "/bids",
        request -> {
          String query = request.getRequestURI().getQuery();
          String european =
              """
              {"bidId": "b2", "region": "eu-west-1", "acceptedAt": "2026-03-01T10:00:02Z",
               "amount": "5.4000", "qualityScore": 1.0000}\
              """;
          String american =
              "{\"bidId\": \"b1\", \"region\": \"us-east-1\","
                  + " \"acceptedAt\": \"2026-03-01T10:00:01Z\"}";
          String items =
              query.contains("region=eu-west-1")
                  ? european
                  : query.contains("region=us-east-1") ? american : "";
          Upstreams.reply(request, 200, "{\"items\": [" + items + "]}");
        });
    Upstreams.at(
        Service.EVALUATOR,
        "/v1/slots/" + slotId + "/explanation",
        200,
        "{\"story\": [\"it won\"]}");
    Upstreams.at(
        Service.SETTLEMENT, "/v1/slots/" + slotId + "/settlement", 200, "{\"price\": \"1.0000\"}");
    Upstreams.at(Service.SETTLEMENT, "/v1/slots/" + slotId, 200, "{\"state\": \"SETTLED\"}");
    Upstreams.at(Service.SETTLEMENT, "/v1/slots/" + slotId + "/ledger", 200, "{\"entries\": []}");

    JsonPath story =
        get("/v1/slots/" + slotId + "/story").then().statusCode(200).extract().jsonPath();

    assertThat(story.getMap("parts"))
        .containsOnlyKeys(
            "traffic",
            "definition",
            "explanation",
            "bids",
            "settlement",
            "history",
            "ledger",
            "conflicts");
    assertThat(story.getString("parts.traffic.status")).isEqualTo("KNOWN");
    assertThat(story.getLong("parts.traffic.body.total.received"))
        .isEqualTo(told.traffic().getLast().total().received());
    assertThat(story.getString("parts.definition.source")).isEqualTo("ingest-service");
    assertThat(story.getString("parts.explanation.body.story[0]")).isEqualTo("it won");
    assertThat(story.getString("parts.settlement.body.price")).isEqualTo("1.0000");
    assertThat(story.getString("parts.history.body.state")).isEqualTo("SETTLED");
    assertThat(story.getList("parts.bids.body.bids.bidId")).containsExactly("b1", "b2");
    assertThat(story.getInt("parts.bids.body.shown")).isEqualTo(2);
    assertThat(Upstreams.asked())
        .filteredOn(asked -> asked.target().contains(slotId))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(asked ->
            assertThat(asked.authorization()).isEqualTo("Bearer " + Upstreams.OPERATOR_KEY));
    assertThat(story.getList("parts.conflicts.body.timelines"))
        .hasSize((int) told.operations().stream().filter(SlotsIT::isConflicted).count());
  }

  private static boolean isConflicted(List<?> operation) {
    return operation.toString().contains("cause=CONFLICT");
  }

  @Test
  void onePartThatFailsLeavesTheOthersAlone() {
    String slotId = "story-epsilon";
    Upstreams.at(Service.INGEST, "/v1/slots/" + slotId, 200, "{\"slotId\": \"story-epsilon\"}");
    Upstreams.at(
        Service.INGEST, "/v1/slots/" + slotId + "/bids", 401, "{\"code\": \"UNKNOWN_KEY\"}");
    Upstreams.at(
        Service.EVALUATOR,
        "/v1/slots/" + slotId + "/explanation",
        409,
        "{\"code\": \"SLOT_STILL_OPEN\", \"detail\": \"no outcome yet\"}");
    Upstreams.at(
        Service.SETTLEMENT, "/v1/slots/" + slotId, 503, "{\"code\": \"STORE_UNAVAILABLE\"}");
    Upstreams.at(
        Service.SETTLEMENT,
        "/v1/slots/" + slotId + "/ledger",
        request -> Upstreams.reply(request, 200, "text/plain", "oops"));

    get("/v1/slots/" + slotId + "/story")
        .then()
        .statusCode(200)
        .body("parts.definition.status", equalTo("KNOWN"))
        .body("parts.traffic.status", equalTo("ABSENT"))
        .body("parts.explanation.status", equalTo("ABSENT"))
        .body("parts.explanation.why", containsString("no outcome yet"))
        .body("parts.explanation.body", nullValue())
        .body("parts.settlement.status", equalTo("ABSENT"))
        .body("parts.history.status", equalTo("UNAVAILABLE"))
        .body("parts.history.why", containsString("503 STORE_UNAVAILABLE"))
        .body("parts.ledger.status", equalTo("UNAVAILABLE"))
        .body("parts.bids.status", equalTo("UNAVAILABLE"))
        .body("parts.bids.why", containsString("operator-key"));
  }

  @Test
  void ofManyBidsABoundedNumberIsShownAndEachRegionHasItsShare() {
    String slotId = "story-zeta";
    SlotStory told = told(slotId, 23);
    Upstreams.at(
        Service.INGEST,
        "/v1/slots/" + slotId + "/bids",
        request -> {
          String query = request.getRequestURI().getQuery();
          String region = query.replaceAll(".*region=([a-z0-9-]+).*", "$1");
          int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
          List<String> items = new ArrayList<>();
          for (int i = 0; i < limit; i++) {
            items.add("{\"bidId\": \"%s-%d\", \"region\": \"%s\"}".formatted(region, i, region));
          }
          Upstreams.reply(
              request, 200, "{\"items\": [" + String.join(",", items) + "], \"next\": \"more\"}");
        });

    JsonPath story = get("/v1/slots/" + slotId + "/story").jsonPath();

    long total = told.traffic().getLast().total().received() + told.traffic().getLast().late();
    assertThat(total).isGreaterThan(Upstreams.MAX_BIDS);
    assertThat(story.getLong("parts.bids.body.total")).isEqualTo(total);
    assertThat(story.getInt("parts.bids.body.shown")).isBetween(3, Upstreams.MAX_BIDS);
    assertThat(story.getString("parts.bids.why")).contains("more bids than the 6");
    assertThat(story.getList("parts.bids.body.bids.region", String.class).stream().distinct())
        .hasSizeGreaterThan(2);
    assertThat(new SlotId(slotId)).isEqualTo(told.outcome().slot().slotId());
  }
}
