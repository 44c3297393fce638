package io.quantedge.settlement.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each proof holds with its guard, fails without it, and touches nothing but its own tables. */
@QuarkusTest
@NullUnmarked
class ProofsIT extends ServiceIT {
  private static final List<String> TABLES =
      List.of(
          "enterprise_accounts",
          "account_balances",
          "ad_slots",
          "ad_bids",
          "settlements",
          "financial_ledger",
          "slot_events");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Map<String, Long> before;

  @BeforeEach
  void countTheExchangesRows() {
    before = rows("public");
  }

  @AfterEach
  void onlyTheProofsOwnTablesWereUsedAndTheyAreEmptyAgain() {
    faults.clear();
    assertThat(rows("public")).isEqualTo(before);
    assertThat(rows("proofs").values()).as("rows that proofs left").containsOnly(0L);
  }

  @Test
  void aRaceSellsTheSlotOnceAndEveryLoserStops() {
    JsonNode side = proved("race", "{\"workers\": 30, \"seed\": 7, \"guarded\": true}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isTrue();
    assertThat(figure(side, "committed")).isEqualTo(1);
    assertThat(figure(side, "entries")).isEqualTo(3);
    assertThat(figure(side, "conflicts")).isEqualTo(29);
    assertThat(figure(side, "losersStopped")).isEqualTo(29);
    assertThat(figure(side, "gaveUp")).isZero();
    assertThat(figure(side, "maxAttempts")).isEqualTo(2);
    assertThat(text(side, "paid")).isEqualTo("1.0000 USD");
    assertThat(side.path("sentence").asText())
        .startsWith(
            "30 workers raced for one slot: 1 settled it, 29 conflicts, 29 found it settled at"
                + " their second attempt, 0 gave up; p50 ");
    assertThat(side.path("seed").asLong()).isEqualTo(7);
    assertThat(side.path("timeline")).hasSize(30);
    assertThat(ends(side))
        .containsOnly(Map.entry("COMMITTED", 1L), Map.entry("ALREADY_SETTLED", 29L));
    assertThat(side.at("/timeline").findValuesAsText("code")).hasSize(29).containsOnly("OC000");
  }

  @Test
  void aRaceWithoutTheCommonKeySellsTheSlotToEverybody() {
    JsonNode side = proved("RACE", "{\"workers\": 20, \"guarded\": false}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isFalse();
    assertThat(figure(side, "committed")).isEqualTo(20);
    assertThat(figure(side, "entries")).isEqualTo(60);
    assertThat(text(side, "paid")).isEqualTo("20.0000 USD");
    assertThat(side.path("sentence").asText())
        .contains("it was sold 20 times, and the buyer paid 20.0000 USD for 1.0000 USD");
  }

  @Test
  void aBurstLosesNothingWithTheRetry() {
    JsonNode side = proved("BURST", "{\"workers\": 30, \"accounts\": 3, \"guarded\": true}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isTrue();
    assertThat(figure(side, "durable")).isEqualTo(30);
    assertThat(figure(side, "lost")).isZero();
    assertThat(figure(side, "conflicts"))
        .as("all had read before the first could commit: one of each buyer went through at once")
        .isGreaterThanOrEqualTo(27)
        .isEqualTo(figure(side, "retries"));
    assertThat(ends(side)).containsOnly(Map.entry("COMMITTED", 30L));
  }

  @Test
  void aBurstWithoutTheRetryLosesAllButOneOfEachBuyer() {
    JsonNode side = proved("BURST", "{\"workers\": 30, \"accounts\": 3, \"guarded\": false}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isFalse();
    assertThat(figure(side, "durable")).isEqualTo(3);
    assertThat(figure(side, "lost")).isEqualTo(27);
    assertThat(ends(side)).containsOnly(Map.entry("COMMITTED", 3L), Map.entry("GAVE_UP", 27L));
  }

  @Test
  void aBudgetForOneIsSpentOnce() {
    JsonNode side = proved("write-skew", "{\"workers\": 5, \"guarded\": true}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isTrue();
    assertThat(figure(side, "sold")).isEqualTo(1);
    assertThat(figure(side, "rejected")).isEqualTo(4);
    assertThat(text(side, "limit")).isEqualTo("-5.0000 USD");
    assertThat(text(side, "balanceAfter")).isEqualTo("-5.0000 USD");
    assertThat(ends(side)).containsOnly(Map.entry("COMMITTED", 1L), Map.entry("REJECTED", 4L));
  }

  @Test
  void withoutTheGuardedRowTheBudgetIsOverdrawn() {
    JsonNode side = proved("WRITE_SKEW", "{\"guarded\": false}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isFalse();
    assertThat(figure(side, "workers")).as("as many as the kind usually has").isEqualTo(2);
    assertThat(figure(side, "sold")).isEqualTo(2);
    assertThat(text(side, "balanceAfter")).isEqualTo("-10.0000 USD");
    assertThat(side.path("sentence").asText()).contains("below its limit of -5.0000 USD");
  }

  @Test
  void settlementsGoOnWhileThePreferredEndpointHangsAndItServesAgainAfterwards() {
    JsonNode side = proved("FAILOVER", "{\"workers\": 3, \"guarded\": true}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isTrue();
    assertThat(figure(side, "duringCut")).isPositive();
    assertThat(figure(side, "lost")).isZero();
    assertThat(figure(side, "doubled")).isZero();
    assertThat(figure(side, "detectionMillis")).isPositive();
    assertThat(figure(side, "firstSuccessMillis"))
        .isGreaterThanOrEqualTo(figure(side, "switchMillis"));
    assertThat(endpoint("us-east-1")).isEqualTo("SERVING");
  }

  @Test
  void withoutASecondEndpointNothingSucceedsWhileThePreferredOneHangs() {
    JsonNode side = proved("FAILOVER", "{\"workers\": 3, \"guarded\": false}");

    assertThat(side.path("holds").asBoolean()).as(side.toPrettyString()).isFalse();
    assertThat(figure(side, "duringCut")).isZero();
    assertThat(figure(side, "lost")).isZero();
    assertThat(endpoint("us-east-1")).isEqualTo("SERVING");
  }

  @Test
  void anEndpointThatSomebodyElseHasCutIsLeftAlone() {
    faults.endpoint("us-east-1", EndpointState.HANGING);

    post("FAILOVER", "{\"workers\": 1}")
        .then()
        .statusCode(503)
        .body("code", equalTo("PROOF_FAILED"));

    assertThat(endpoint("us-east-1")).isEqualTo("HANGING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lottery    | {}                                  | 404 | UNKNOWN_PROOF   | WRITE_SKEW",
        "RACE       | {\"workers\": 1}                    | 400 | INVALID_REQUEST | workers must be 2 to 200; it was 1",
        "RACE       | {\"workers\": 201}                  | 400 | INVALID_REQUEST | workers must be 2 to 200; it was 201",
        "BURST      | {\"workers\": 4, \"accounts\": 0}   | 400 | INVALID_REQUEST | accounts must be 1 to 50; it was 0",
        "BURST      | {\"workers\": 4, \"accounts\": 4}   | 400 | INVALID_REQUEST | fewer than workers",
        "FAILOVER   | {\"workers\": 17}                   | 400 | INVALID_REQUEST | workers must be 1 to 16",
        "RACE       | {\"workers\": \"many\"}             | 400 | INVALID_REQUEST | field 'workers' is not valid"
      })
  void whatCannotBeRunIsRefusedAndSaysWhy(
      String kind, String body, int status, String code, String said) {
    post(kind, body)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("detail", containsString(said));
  }

  @Test
  void oneRunsAtATime() throws Exception {
    // Not on the common pool, whose threads know nothing of this application's classes.
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Response> first =
          other.submit(() -> post("FAILOVER", "{\"workers\": 2, \"guarded\": false}"));
      await().atMost(Duration.ofSeconds(20)).until(() -> endpoint("us-east-1").equals("HANGING"));

      post("RACE", "{\"workers\": 2}")
          .then()
          .statusCode(409)
          .body("code", equalTo("PROOF_RUNNING"))
          .body("detail", containsString("FAILOVER with 2 workers, without its guard"));

      assertThat(first.get().statusCode()).isEqualTo(200);
    }
    proved("RACE", "{\"workers\": 2}");
  }

  @Test
  void theListSaysWhatMayBeChosen() {
    given()
        .get("/v1/proofs")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("whyNot", equalTo(null))
        .body("kinds.kind", equalTo(List.of("RACE", "BURST", "WRITE_SKEW", "FAILOVER")))
        .body("kinds.available", equalTo(List.of(true, true, true, true)))
        .body("kinds[1].parameters.name", equalTo(List.of("workers", "accounts")))
        .body("kinds[1].parameters[1].default", equalTo(4));
  }

  private Map<String, Long> rows(String schema) {
    Map<String, Long> rows = new TreeMap<>();
    TABLES.forEach(
        table -> rows.put(table, store.count("SELECT count(*) FROM " + schema + "." + table)));
    return rows;
  }

  private String endpoint(String region) {
    return faults.state().path("faults").path("endpoints").path(region).asText();
  }

  private static JsonNode proved(String kind, String body) {
    String answer = post(kind, body).then().statusCode(200).extract().asString();
    try {
      JsonNode side = JSON.readTree(answer);
      System.out.println("proof " + kind + " " + body + ": " + side.path("sentence").asText());
      return side;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static Response post(String kind, String body) {
    return given().contentType(ContentType.JSON).body(body).post("/v1/proofs/" + kind);
  }

  private static long figure(JsonNode side, String name) {
    return find(side, name).path("value").asLong();
  }

  private static String text(JsonNode side, String name) {
    return find(side, name).path("text").asText();
  }

  private static JsonNode find(JsonNode side, String name) {
    for (JsonNode figure : side.path("figures")) {
      if (figure.path("name").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError("no figure " + name + " in " + side);
  }

  private static Map<String, Long> ends(JsonNode side) {
    Map<String, Long> ends = new TreeMap<>();
    side.path("timeline").forEach(line -> ends.merge(line.path("end").asText(), 1L, Long::sum));
    return ends;
  }
}
