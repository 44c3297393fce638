package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quantedge.telemetry.fixture.Upstreams;
import io.quantedge.telemetry.fixture.Upstreams.Service;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That it runs here shows, too, that the engine needs none of the jars that are left out. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
@WithTestResource(value = Upstreams.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SimulatorIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Dsql dsql;

  @BeforeEach
  void nothingSet() {
    Upstreams.reset();
    TruthStore store = new TruthStore(dsql);
    store.drop("simulation_runs");
    store.createSimulationRuns();
  }

  @AfterEach
  void nothingRuns() {
    given().delete("/v1/simulator/runs/current");
    await().atMost(SOON).until(() -> get("/v1/simulator").jsonPath().get("running") == null);
  }

  private static ValidatableResponse start(String body) {
    return given().contentType("application/json").body(body).post("/v1/simulator/runs").then();
  }

  private static String wish(int bidsPerSecond, int seconds) {
    return """
    {"profile": "US_HEAVY", "bidsPerSecond": %d, "slots": 4, "contentionPercent": 50,
     "seconds": %d, "seed": 7}
    """
        .formatted(bidsPerSecond, seconds);
  }

  /** Takes everything. */
  private static void friendlyExchange() {
    Upstreams.at(Service.SETTLEMENT, "/v1/accounts/*", 201, "{}");
    Upstreams.at(
        Service.INGEST,
        "/v1/slots/*",
        request -> {
          if (request.getRequestURI().getPath().endsWith("/bids")) {
            takeBid(request);
          } else {
            Upstreams.reply(request, 201, "{}");
          }
        });
  }

  private static void takeBid(HttpExchange request) throws IOException {
    String bidId =
        new ObjectMapper()
            .readTree(request.getRequestBody().readAllBytes())
            .path("bidId")
            .textValue();
    Upstreams.reply(
        request,
        202,
        """
        {"bidId": "%s", "slotId": "%s", "acceptedAt": "2026-03-01T10:00:00Z", "partition": 1,
         "offset": 2}
        """
            .formatted(bidId, request.getRequestURI().getPath().split("/")[3]));
  }

  @Test
  void itSaysWhatCanBeSimulatedAndThatNothingIs() {
    JsonPath simulator = get("/v1/simulator").then().statusCode(200).extract().jsonPath();

    assertThat(simulator.getBoolean("enabled")).isTrue();
    assertThat(simulator.getString("whyNot")).isNull();
    assertThat(simulator.getString("running")).isNull();
    assertThat(simulator.getInt("limits.bidsPerSecond.max")).isEqualTo(2_000);
    assertThat(simulator.getInt("limits.contentionPercent.default")).isEqualTo(20);
    assertThat(simulator.getList("profiles.name")).contains("EVEN", "FOLLOW_THE_SUN");
    assertThat(simulator.getMap("profiles[1].regions", String.class, Integer.class).values())
        .hasSize(4)
        .satisfies(
            shares -> assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100));
    given()
        .delete("/v1/simulator/runs/current")
        .then()
        .statusCode(404)
        .body("code", equalTo("NO_TRAFFIC"));
  }

  @Test
  void trafficRunsStopsAndIsKept() {
    friendlyExchange();

    String runId =
        start(wish(50, 600))
            .statusCode(201)
            .body("profile", equalTo("US_HEAVY"))
            .body("seed", equalTo(7))
            .extract()
            .path("runId");
    start(wish(50, 1)).statusCode(409).body("code", equalTo("TRAFFIC_RUNNING"));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/simulator")
                .then()
                .body("running.state", equalTo("RUNNING"))
                .body("running.bidsAcknowledged", greaterThan(20)));
    given()
        .delete("/v1/simulator/runs/current")
        .then()
        .statusCode(202)
        .body("runId", equalTo(runId));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/simulation-runs")
                .then()
                .body("[0].runId", equalTo(runId))
                .body("[0].command", equalTo("traffic"))
                .body("[0].allHold", equalTo(true))
                .body("[0].report", containsString("\"kind\":\"simulated\"")));
    get("/v1/simulator")
        .then()
        .body("running", nullValue())
        .body("last.runId", equalTo(runId))
        .body("last.state", equalTo("ENDED"))
        .body("last.lastProblem", nullValue());
    JsonPath kept = get("/v1/simulation-runs").jsonPath();
    assertThat(kept.getLong("[0].bidsSent"))
        .isEqualTo(kept.getLong("[0].bidsAcknowledged"))
        .isEqualTo(
            Upstreams.asked().stream().filter(asked -> asked.target().endsWith("/bids")).count());
  }

  @Test
  void anExchangeThatIsAwayEndsTheRunAndTheRunSaysWhy() {
    Upstreams.at(Service.SETTLEMENT, "/v1/accounts/*", 500, "{\"code\": \"BROKEN\"}");

    String runId = start(wish(50, 600)).statusCode(201).extract().path("runId");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/simulation-runs")
                .then()
                .body("[0].runId", equalTo(runId))
                .body("[0].bidsSent", equalTo(0))
                .body("[0].allHold", equalTo(false))
                .body("[0].report", containsString("an account could not be opened: BROKEN")));
    get("/v1/simulator").then().body("last.lastProblem", containsString("BROKEN"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bidsPerSecond\": 2001 | bidsPerSecond must be 1 to 2000; it was 2001",
        "\"bidsPerSecond\": 0    | bidsPerSecond must be 1 to 2000",
        "\"slots\": 201          | slots must be 1 to 200",
        "\"contentionPercent\": 101 | contentionPercent must be 0 to 100",
        "\"seconds\": 3601       | seconds must be 1 to 3600",
        "\"profile\": \"NOISE\"  | it was 'NOISE'",
        "\"seconds\": \"1\"      | 'seconds'",
        "\"profile\": null       | 'profile'"
      })
  void whatIsOutOfRangeIsRefusedWithItsValue(String field, String hint) {
    String name = field.substring(0, field.indexOf(':'));
    String body = wish(50, 1).replaceFirst(name + ": [^,}]+", field);

    start(body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString(hint));
    get("/v1/simulator").then().body("running", nullValue());
  }
}
