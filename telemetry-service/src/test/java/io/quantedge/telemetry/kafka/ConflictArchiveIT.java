package io.quantedge.telemetry.kafka;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.ArchiveStatus;
import io.quantedge.telemetry.application.ConflictArchive;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class ConflictArchiveIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Dsql dsql;
  @Inject ArchiveStatus status;
  @Inject ConflictArchive archive;

  private TruthStore store;

  @BeforeEach
  void withoutTable() {
    store = new TruthStore(dsql);
    store.drop("conflict_events");
  }

  private static List<ConflictEvent> events(long seed, int operations) {
    RandomExchange exchange = new RandomExchange(seed, Instant.now());
    List<ConflictEvent> events = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      events.addAll(exchange.operation(new SlotId("archive-" + i)));
    }
    return events;
  }

  @Test
  void withoutTheTableEventsWaitAndThenEachIsStoredOnce() {
    await().atMost(SOON).untilAsserted(() -> get("/q/health/ready").then().statusCode(200));
    long failures = status.failures();
    List<ConflictEvent> events = events(31, 300);
    try (EventFeed feed = new EventFeed()) {
      feed.send(events);
      feed.send(events.subList(0, 100));
    }

    await().atMost(SOON).until(() -> status.failures() > failures + 1);
    await().atMost(SOON).until(() -> status.backlog() >= events.size());
    get("/q/health/ready").then().statusCode(200);
    assertThat(get("/v1/conflicts").jsonPath().getInt("conflicts")).isPositive();

    store.createConflictEvents();

    String ours = "conflict_events WHERE slot_ids LIKE 'archive-%'";
    await().atMost(SOON).until(() -> store.count(ours) == events.size());
    await().atMost(SOON).until(() -> status.backlog() == 0);
    assertThat(store.count(ours)).isEqualTo(events.size());
    assertThat(store.count(ours + " AND type = 'ATTEMPT_FAILED' AND cause IS NULL")).isZero();
  }

  @Test
  void anEventThatTheStoreCanNeverTakeDoesNotKeepTheOthersOut() {
    store.createConflictEvents();
    List<ConflictEvent> events = events(32, 3);
    ConflictEvent tooLong =
        new ConflictEvent.Exhausted(
            UUID.randomUUID(),
            List.of(new SlotId("archive-x")),
            "w".repeat(500),
            "us-east-1",
            1,
            Instant.now());
    List<ConflictEvent> mixed = new ArrayList<>(events);
    mixed.add(1, tooLong);

    int refused = archive.append(mixed).await().atMost(SOON);

    assertThat(refused).isEqualTo(1);
    assertThat(store.count("conflict_events WHERE worker NOT LIKE 'www%'"))
        .isGreaterThanOrEqualTo(events.size());
  }

  @Test
  void whatIsStoredReadsBackAsItWas() {
    store.createConflictEvents();
    UUID id = UUID.randomUUID();
    ConflictEvent failed =
        new ConflictEvent.AttemptFailed(
            id,
            List.of(new SlotId("a"), new SlotId("b")),
            "w-1",
            "sa-east-1",
            3,
            ConflictEvent.Cause.CONFLICT,
            Optional.of("40001"),
            Optional.of("OC000"),
            17,
            Instant.parse("2026-03-01T10:00:00.123456Z"));

    archive.append(List.of(failed, failed)).await().atMost(SOON);

    assertThat(
            store.count(
                """
                conflict_events WHERE operation_id = '%s' AND attempt = 3
                  AND type = 'ATTEMPT_FAILED' AND slot_ids = 'a,b' AND worker = 'w-1'
                  AND region = 'sa-east-1' AND cause = 'CONFLICT' AND sql_state = '40001'
                  AND code = 'OC000' AND finding IS NULL AND backoff_millis = 17
                  AND occurred_at = '2026-03-01T10:00:00.123456Z'\
                """
                    .formatted(id)))
        .isEqualTo(1);
  }
}
