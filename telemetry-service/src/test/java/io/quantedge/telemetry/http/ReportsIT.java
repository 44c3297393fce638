package io.quantedge.telemetry.http;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricsPage;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.domain.Totals;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class ReportsIT {
  private static final Duration SOON = Duration.ofSeconds(15);

  @Inject TelemetryState state;
  @Inject Dsql dsql;

  @BeforeEach
  void rebuilt() {
    await().atMost(SOON).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void whatTheTopicsSayIsInTheOverviewOnceHoweverOftenItIsSaid() {
    Totals before = state.totals();
    SlotStory story = new RandomExchange(11, Instant.now()).slot("reports-1");
    try (EventFeed feed = new EventFeed()) {
      feed.send(story.events());
      feed.send(story.events());
      feed.send(story.events());
    }

    long received = story.traffic().getLast().total().received();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/overview")
                .then()
                .statusCode(200)
                .body("bids.received", equalTo((int) (before.bids().received() + received)))
                .body("outcomes.sampleSize", equalTo((int) before.outcomes() + 1))
                .body("recentSlots.lines.slotId", hasItem("reports-1")));
    JsonPath overview = get("/v1/overview").jsonPath();
    assertThat(overview.getString("bids.kind")).isEqualTo("measured");
    assertThat(overview.getString("rate.kind")).isEqualTo("derived");
    assertThat(overview.getLong("bids.sampleSize")).isGreaterThanOrEqualTo(received);
    assertThat(overview.getDouble("bids.ageSeconds")).isBetween(0.0, 60.0);
    assertThat(overview.getLong("bids.received"))
        .isEqualTo(
            overview.getLong("bids.counted")
                + overview.getLong("bids.duplicate")
                + overview.getMap("bids.rejected", String.class, Long.class).values().stream()
                    .mapToLong(Long::longValue)
                    .sum());
    assertThat(overview.getMap("coverage"))
        .containsKeys("exact", "since", "fromTruthStore", "notKnown");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> get("/v1/overview").then().body("hotSlots.lines.slotId", hasItem("reports-1")));
    assertThat(overview.getString("latency.closeToOutcome.kind")).isEqualTo("derived");
    assertThat(overview.getInt("latency.closeToSettled.sampleSize")).isPositive();
    assertThat(overview.getList("reconciliation.checks.name"))
        .containsExactly(
            "BIDS_ADD_UP",
            "OUTCOMES_ADD_UP",
            "LEDGER_SUMS_TO_ZERO",
            "BALANCES_ARE_SUMS_OF_ENTRIES");
    assertThat(overview.getBoolean("reconciliation.checks[0].holds")).isTrue();
  }

  @Test
  void whatServicesUseOfTheStoresIsACost() {
    try (EventFeed feed = new EventFeed()) {
      UUID process = UUID.randomUUID();
      for (long times = 1; times <= 3; times++) {
        feed.send(
            List.of(
                new UsageReport(
                    process,
                    "ingest-service",
                    Instant.now().minusSeconds(60),
                    Instant.now(),
                    new TreeMap<>(
                        Map.of(
                            UsageReport.Count.BIDS_ACKNOWLEDGED, times * 10_000,
                            UsageReport.Count.STORE_WRITE_UNITS_TENTHS, times * 100_000)),
                    new TreeMap<>(Map.of(UsageReport.Level.STORE_LAG_RECORDS, 17L)))));
      }
    }

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/cost")
                .then()
                .statusCode(200)
                .body("kind", equalTo("derived"))
                .body("bids", equalTo(30_000))
                .body("actual.perTenThousandBids[0].name", equalTo("WRITE_UNITS"))
                .body("actual.perTenThousandBids[0].count", equalTo(10_000.0f))
                .body("actual.perTenThousandBids[0].cost", equalTo("0.006250"))
                .body("actual.perTenThousandBids[3].cost", nullValue())
                .body("counterfactual.kind", equalTo("derived"))
                .body("prices.name", hasItem("DSQL_ACTIVITY")));
    get("/v1/overview").then().body("store.lagRecords", equalTo(17));
  }

  @Test
  void theBooksOfTheTruthStoreAreCheckedAndAWrongBalanceIsFound() {
    TruthStore store = new TruthStore(dsql);
    store.createBooks();
    store.run("DELETE FROM financial_ledger");
    store.run("DELETE FROM account_balances");
    store.run(
        """
        INSERT INTO financial_ledger VALUES
          ('a', gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 1, 'X', -5.5, 'USD', NULL, now()),
          ('b', gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 2, 'X', 5.5, 'USD', NULL, now())
        """);
    store.run("INSERT INTO account_balances VALUES ('a', 'USD', -5.5, 1, now())");
    String holds = "reconciliation.checks.find { it.name == '%s' }.holds";
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/overview")
                .then()
                .body("ledger.entries", equalTo(2))
                .body("ledger.postings", equalTo(1))
                .body(holds.formatted("LEDGER_SUMS_TO_ZERO"), is(true))
                .body(holds.formatted("BALANCES_ARE_SUMS_OF_ENTRIES"), is(true)));

    store.run("UPDATE account_balances SET balance = -5.4");
    store.run("UPDATE financial_ledger SET amount = 5.6 WHERE account_id = 'b'");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/overview")
                .then()
                .body(holds.formatted("LEDGER_SUMS_TO_ZERO"), is(false))
                .body(holds.formatted("BALANCES_ARE_SUMS_OF_ENTRIES"), is(false)));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/q/metrics").asString())
                .contains("exchange_reconciliation_holds{check=\"LEDGER_SUMS_TO_ZERO\"} 0.0")
                .contains("exchange_reconciliation_holds{check=\"BIDS_ADD_UP\"} 1.0"));

    store.drop("financial_ledger");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/overview")
                .then()
                .body(holds.formatted("LEDGER_SUMS_TO_ZERO"), nullValue())
                .body("ledger.entries", equalTo(2)));
  }

  @Test
  void aConflictIsReportedWithItsTimeline() {
    int before = get("/v1/conflicts").jsonPath().getInt("conflicts");
    UUID id = UUID.randomUUID();
    List<SlotId> slots = List.of(new SlotId("contended-1"));
    // Later than what any other test makes up, so that it is the newest.
    Instant at = Instant.now().plusSeconds(3_600);
    try (EventFeed feed = new EventFeed()) {
      feed.send(
          List.<ConflictEvent>of(
              new AttemptFailed(
                  id,
                  slots,
                  "w-2",
                  "eu-west-1",
                  1,
                  Cause.CONFLICT,
                  Optional.of("40001"),
                  Optional.of("OC000"),
                  12,
                  at),
              new Resolved(
                  id, slots, "w-2", "eu-west-1", 2, Finding.ALREADY_SETTLED, at.plusMillis(14))));
    }

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/conflicts")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("kind", equalTo("measured"))
                .body("conflicts", equalTo(before + 1))
                .body("recent[0].operationId", equalTo(id.toString()))
                .body("recent[0].attempts[0].backoffMillis", equalTo(12))
                .body("recent[0].attempts[0].sqlState", equalTo("40001"))
                .body("recent[0].end", equalTo("RESOLVED"))
                .body("recent[0].finding", equalTo("ALREADY_SETTLED")));
    get("/v1/conflicts")
        .then()
        .body("byRegion.'eu-west-1'.conflicts", greaterThanOrEqualTo(1))
        .body("byWorker.find { it.worker == 'w-2' }.conflicts", greaterThanOrEqualTo(1));
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndTheNextOneIsRead() {
    Totals before = state.totals();
    SlotStory story = new RandomExchange(12, Instant.now()).slot("after-garbage");
    try (EventFeed feed = new EventFeed()) {
      for (int i = 0; i < 12; i++) {
        feed.sendGarbage(Topic.TRAFFIC_STATS);
      }
      feed.sendGarbage(Topic.AUCTION_OUTCOMES);
      feed.sendGarbage(Topic.SETTLEMENTS);
      feed.sendGarbage(Topic.CONFLICT_EVENTS);
      feed.send(story.events());
    }

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            get("/v1/overview")
                .then()
                .body("coverage.exact", is(false))
                .body("coverage.unreadable.'traffic-stats'", greaterThanOrEqualTo(12))
                .body("coverage.unreadable.settlements", greaterThanOrEqualTo(1)));
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(state.totals().outcomes()).isEqualTo(before.outcomes() + 1);
          assertThat(state.totals().bids().received())
              .isEqualTo(before.bids().received() + story.traffic().getLast().total().received());
        });
  }

  @Test
  void prometheusFindsTheSameFigures() {
    try (EventFeed feed = new EventFeed()) {
      feed.send(new RandomExchange(13, Instant.now()).slot("metrics-1").events());
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Totals totals = state.totals();
          String metrics = get("/q/metrics").asString();
          assertThat(metrics)
              .contains(
                  "exchange_bids_total{verdict=\"counted\"} " + (double) totals.bids().counted())
              .contains("exchange_conflicts_total " + (double) totals.conflicts().conflicts())
              .contains("exchange_close_to_settled_seconds_count " + totals.settlements())
              .contains("exchange_settlements_waiting " + (double) totals.waiting())
              .contains("exchange_bids_received_total{region=\"eu-west-1\"}")
              .contains("exchange_telemetry_archive_backlog");
        });
  }

  @Test
  void theMetricsAreThoseThatAreDeclared() {
    try (EventFeed feed = new EventFeed()) {
      feed.send(new RandomExchange(14, Instant.now()).slot("metrics-2").events());
      feed.send(new RandomExchange(15, Instant.now()).operation(new SlotId("metrics-2")));
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          MetricsPage page = MetricsPage.parse(get("/q/metrics").asString());
          assertThat(page.deviationsFrom(Metric.Owner.TELEMETRY)).isEmpty();
        });
  }

  @Test
  void thePageComesWithAStrictPolicyAndItsFilesMayBeKept() {
    String page =
        get("/")
            .then()
            .statusCode(200)
            .header("Cache-Control", "no-cache")
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .header("Content-Security-Policy", containsString("script-src 'self';"))
            .header("Content-Security-Policy", containsString("require-trusted-types-for 'script'"))
            .header("X-Content-Type-Options", "nosniff")
            .extract()
            .asString();
    assertThat(page).doesNotContain("<style").doesNotContain(" style=").doesNotContain("onload=");
    String script = page.replaceAll("(?s).*src=\"(/assets/[^\"]+\\.js)\".*", "$1");
    get(script)
        .then()
        .statusCode(200)
        .header("Cache-Control", "public, immutable, max-age=31536000")
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }

  @Test
  void whatIsWrongIsAnsweredAsAProblem() {
    get("/v1/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"))
        .body("type", equalTo("https://quantedge.io/problems/not-found"))
        .body("instance", equalTo("/v1/nothing"));
    given()
        .post("/v1/overview")
        .then()
        .statusCode(oneOf(405, 415))
        .contentType("application/problem+json");
    given()
        .delete("/v1/conflicts")
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    given()
        .contentType("text/plain")
        .body("x")
        .post("/v1/simulation-runs")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }
}
