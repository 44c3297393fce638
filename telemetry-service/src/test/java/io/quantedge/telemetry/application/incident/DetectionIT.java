package io.quantedge.telemetry.application.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class DetectionIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Dsql dsql;
  @Inject DeadLetterInbox letters;
  @Inject IncidentDetector detector;
  @Inject Incidents incidents;
  @Inject IncidentFigures figures;

  @Test
  void aDeadLetterOnTheTopicOpensAnIncidentOnce() {
    new TruthStore(dsql).recreate("incident_events", "V022__incident_events.sql");
    try (EventFeed feed = new EventFeed()) {
      feed.sendGarbage(Topic.AUCTION_OUTCOMES_DLQ);
    }
    await().atMost(SOON).until(() -> !letters.next(1).isEmpty());

    detector.round().await().atMost(SOON);
    detector.round().await().atMost(SOON);

    List<IncidentSummary> opened =
        incidents
            .list(new IncidentStore.Query(Optional.empty(), Optional.empty(), Optional.empty(), 50))
            .await()
            .atMost(SOON)
            .incidents();
    assertThat(opened)
        .filteredOn(one -> one.kind() == IncidentKind.DEAD_LETTER)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.subject()).startsWith("auction-outcomes-dlq/0@");
          assertThat(one.version()).isEqualTo(1);
        });
    assertThat(
            figures.count(
                new IncidentStore.KindAndState(
                    IncidentKind.DEAD_LETTER, opened.getFirst().state())))
        .isPositive();
  }
}
