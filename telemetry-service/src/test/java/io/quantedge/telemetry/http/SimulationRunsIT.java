package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class SimulationRunsIT {
  @Inject Dsql dsql;

  private TruthStore store;

  @BeforeEach
  void emptyTable() {
    store = new TruthStore(dsql);
    store.drop("simulation_runs");
    store.createSimulationRuns();
  }

  private static String run(UUID id, String startedAt, long seed) {
    return """
    {"runId": "%s", "command": "demo", "seed": %d, "startedAt": "%s",
     "finishedAt": "2026-03-01T11:00:41.123456789Z", "bidsSent": 10000,
     "bidsAcknowledged": 9990, "slots": 20, "allHold": true,
     "report": {"command": "demo", "checks": []}}
    """
        .formatted(id, seed, startedAt);
  }

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/v1/simulation-runs").then();
  }

  @Test
  void aRunIsRecordedOnceAndARepeatIsHarmless() {
    String run = run(UUID.randomUUID(), "2026-03-01T11:00:00Z", 7);

    post(run).statusCode(201).body("bidsSent", equalTo(10_000));
    post(run).statusCode(200);

    get("/v1/simulation-runs")
        .then()
        .statusCode(200)
        .body("size()", equalTo(1))
        .body("[0].allHold", equalTo(true))
        .body("[0].report", equalTo("{\"command\":\"demo\",\"checks\":[]}"));
  }

  @Test
  void anotherRunUnderTheSameIdIsRefused() {
    UUID id = UUID.randomUUID();
    post(run(id, "2026-03-01T11:00:00Z", 7)).statusCode(201);

    post(run(id, "2026-03-01T11:00:00Z", 8))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("RUN_CONFLICT"));
  }

  @Test
  void runsAreListedNewestFirstUpToTheLimit() {
    post(run(new UUID(1, 1), "2026-03-01T09:00:00Z", 1)).statusCode(201);
    post(run(new UUID(2, 2), "2026-03-01T10:59:00Z", 2)).statusCode(201);
    post(run(new UUID(3, 3), "2026-03-01T10:00:00Z", 3)).statusCode(201);

    get("/v1/simulation-runs?limit=2").then().body("seed", contains(2, 3));
    get("/v1/simulation-runs?limit=0")
        .then()
        .statusCode(400)
        .body("detail", equalTo("limit must be 1 to 200; it was '0'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                     | not JSON",
        "null                                  | null",
        "[]                                    | SimulationRunsResource",
        "{\"runId\": \"x\"}                    | 'runId'",
        "{\"bidsSent\": -1}                    | bidsSent",
        "{\"seed\": 1.5}                       | 'seed'"
      })
  void aMalformedRunIsRefusedAndSaysWhere(String body, String hint) {
    String valid = run(new UUID(4, 4), "2026-03-01T11:00:00Z", 7);
    String sent =
        body.contains("bidsSent") ? valid.replace("\"bidsSent\": 10000", "\"bidsSent\": -1") : body;

    post(sent)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_REQUEST"))
        .body(
            "detail", containsString(hint.equals("SimulationRunsResource") ? "the request" : hint));
  }

  @Test
  void aRunWithoutItsFieldsIsRefused() {
    post("{\"runId\": \"" + new UUID(5, 5) + "\"}")
        .statusCode(400)
        .body("code", equalTo("INVALID_REQUEST"));
  }

  @Test
  void withoutTheTableTheStoreIsUnavailableAndNothingElse() {
    store.drop("simulation_runs");

    post(run(new UUID(6, 6), "2026-03-01T11:00:00Z", 7))
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("code", equalTo("TRUTH_STORE_UNAVAILABLE"));
    get("/q/health/ready").then().statusCode(200);
  }
}
