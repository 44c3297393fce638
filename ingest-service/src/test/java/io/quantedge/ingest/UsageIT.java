package io.quantedge.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.contracts.usage.UsageReport.Level;
import io.quantedge.ingest.testing.IntakeClient;
import io.quantedge.ingest.testing.KeysResource;
import io.quantedge.ingest.testing.TopicAccess;
import io.quantedge.localstack.testing.DynamoDbResource;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the service says it has used, beside what it was made to do. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(DynamoDbResource.class)
@QuarkusTestResource(KeysResource.class)
class UsageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void shouldReportWhatBidsCostAsTheStoreSaysIt() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    try (TopicAccess topics =
        new TopicAccess(
            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class))) {
      await().atMost(PATIENCE).until(() -> !topics.usage().isEmpty());
      UUID process = topics.usage().lastEntry().getKey();
      UsageReport before = topics.usage().get(process);
      String slotId = IntakeClient.openSlot();
      for (int i = 0; i < 30; i++) {
        IntakeClient.bid(slotId, IntakeClient.bidBody()).statusCode(202);
      }

      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            UsageReport now = topics.usage().get(process);
            assertThat(now.service()).isEqualTo("ingest-service");
            assertThat(grown(before, now, Count.BIDS_ACKNOWLEDGED)).isEqualTo(30);
            assertThat(grown(before, now, Count.LOG_APPENDS)).isEqualTo(30);
            assertThat(grown(before, now, Count.LOG_APPEND_MICROS)).isPositive();
            // The bids and their slot; each item is smaller than one unit's kilobyte.
            assertThat(grown(before, now, Count.STORE_ITEMS)).isEqualTo(31);
            assertThat(grown(before, now, Count.STORE_WRITE_UNITS_TENTHS))
                .isGreaterThanOrEqualTo(310);
            assertThat(grown(before, now, Count.STORE_REQUESTS)).isBetween(2L, 31L);
            assertThat(grown(before, now, Count.STORE_REQUEST_MICROS)).isPositive();
            assertThat(now.levels()).containsEntry(Level.STORE_LAG_RECORDS, 0L);
          });
    }
  }

  private static long grown(UsageReport before, UsageReport now, Count count) {
    return now.count(count) - before.count(count);
  }
}
