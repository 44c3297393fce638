package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.FakeProofRunner;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class ProofsIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Dsql dsql;
  @Inject FakeProofRunner runner;

  private TruthStore store;

  @BeforeEach
  void emptyTable() {
    store = new TruthStore(dsql);
    store.recreate("proof_runs", "V023__proof_runs.sql");
  }

  private static ValidatableResponse post(String kind, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/proofs/" + kind + "/runs")
        .then();
  }

  private void endOne(boolean isProof) {
    await().atMost(SOON).until(() -> runner.open() == 1);
    runner.end(true, true);
    await().atMost(SOON).until(() -> runner.open() == 1);
    runner.end(false, !isProof);
  }

  @Test
  void aRunWaitsRunsAndIsKeptAndAsManyWaitAsMay() {
    List<String> runIds = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runIds.add(
          post("RACE", "{\"workers\": %d, \"seed\": 7}".formatted(10 + i))
              .statusCode(202)
              .body("state", equalTo("QUEUED"))
              .body("parameters.workers", equalTo(10 + i))
              .body("parameters.seed", equalTo(7))
              .body("holds", nullValue())
              .extract()
              .path("runId"));
    }
    post("RACE", "{}")
        .statusCode(429)
        .header("Retry-After", "10")
        .contentType("application/problem+json")
        .body("code", equalTo("QUEUE_FULL"));
    get("/v1/proofs")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("kinds.kind", contains("RACE", "BURST", "FAILOVER", "WRITE_SKEW"))
        .body("kinds[0].available", equalTo(true))
        .body("kinds[0].parameters[0].default", equalTo(50))
        .body("kinds[0].running", equalTo(runIds.getFirst()))
        .body("kinds[0].queued", equalTo(4))
        .body("kinds[0].last", nullValue())
        .body("kinds[2].available", equalTo(false))
        .body("kinds[2].whyNot", equalTo("there is no safe target"));

    endOne(true);
    await().atMost(SOON).until(() -> store.count("proof_runs") == 1);
    for (int i = 1; i < 5; i++) {
      endOne(false);
    }
    await().atMost(SOON).until(() -> store.count("proof_runs") == 5);

    get("/v1/proofs/runs/" + runIds.getFirst())
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("holds", equalTo(true))
        .body("guarded.guard", equalTo("the key"))
        .body("unguarded.holds", equalTo(false))
        .body("finishedAt", notNullValue());
    String next =
        get("/v1/proofs/runs?kind=RACE&limit=3")
            .then()
            .body("runs.runId", contains(runIds.get(4), runIds.get(3), runIds.get(2)))
            .extract()
            .path("next");
    get("/v1/proofs/runs?kind=RACE&limit=3&after=" + next)
        .then()
        .body("runs.runId", contains(runIds.get(1), runIds.get(0)))
        .body("next", nullValue());
    get("/v1/proofs").then().body("kinds[0].last.runId", equalTo(runIds.get(4)));
    get("/q/metrics")
        .then()
        .body(containsString("exchange_proofs_total{kind=\"race\",result=\"holds\"}"));
  }

  @Test
  void whatCannotBeRunIsRefusedWithTheReason() {
    post("FAILOVER", "{}")
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("PROOF_UNAVAILABLE"))
        .body("detail", containsString("there is no safe target"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RACE  | {\"workers\": 1}    | 'workers' must be 2 to 200; it was 1",
        "RACE  | {\"accounts\": 1}   | no parameter 'accounts'",
        "RACE  | {\"workers\": 1.5}  | 'workers'",
        "RACE  | {\"workers\": \"9\"}| 'workers'",
        "RACE  | {                   | not JSON",
        "CHESS | {}                  | kind must be one of"
      })
  void aRequestThatMakesNoSenseIsRefusedAndSaysWhy(String kind, String body, String hint) {
    post(kind, body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(hint));
  }

  /** Another site's page can send a form without asking, and JSON only if it may. */
  @Test
  void onlyJsonCanAskForAProof() {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      given().contentType(type).body("{}").post("/v1/proofs/RACE/runs").then().statusCode(415);
    }
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/proofs/RACE/runs")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void anUnknownRunAndACursorOfAnotherListAreSaidToBeThat() {
    get("/v1/proofs/runs/0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f")
        .then()
        .statusCode(404)
        .body("code", equalTo("RUN_NOT_FOUND"));
    get("/v1/proofs/runs/7").then().statusCode(400);
    get("/v1/proofs/runs?after=" + "aW5jaWRlbnRz").then().statusCode(400);
  }

  @Test
  void withoutTheStoreTheProofsAreShownAndTheListIsNot() {
    store.drop("proof_runs");

    get("/v1/proofs").then().statusCode(200).body("kinds.last", not(hasItem(notNullValue())));
    get("/v1/proofs/runs").then().statusCode(503).body("code", equalTo("TRUTH_STORE_UNAVAILABLE"));
  }
}
