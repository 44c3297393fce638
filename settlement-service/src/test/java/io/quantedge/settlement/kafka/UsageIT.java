package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.settlement.metrics.Usage;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the service says it has used, beside the rows that stand in the truth store. */
@QuarkusTest
class UsageIT extends ServiceIT {
  private static final String ROWS =
      """
      SELECT (SELECT count(*) FROM ad_slots WHERE slot_id = $1)
           + (SELECT count(*) FROM ad_bids WHERE slot_id = $1)
           + (SELECT count(*) FROM slot_events WHERE slot_id = $1)
           + (SELECT count(*) FROM settlements WHERE slot_id = $1)
           + (SELECT count(*) FROM financial_ledger WHERE slot_id = $1)\
      """;

  @Inject Usage usage;
  @Inject UsagePublisher publisher;

  @Test
  void aSettlementIsReportedWithTheRowsThatItWrote() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    SortedMap<Count, Long> before = usage.counts();

    topics.send(awarded(slotId, offer(buyer, "5.4000")));
    topics.settlements(slotId, 1);

    // The buyer's balance is one row more, and carries no slot.
    long rows = store.count(ROWS, slotId) + 1;
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          UsageReport now = newest();
          assertThat(now.service()).isEqualTo("settlement-service");
          assertThat(grown(before, now, Count.TRUTH_ROWS)).isEqualTo(rows);
          assertThat(grown(before, now, Count.TRUTH_COMMITS)).isOne();
          assertThat(grown(before, now, Count.TRUTH_SETTLEMENTS)).isOne();
          assertThat(grown(before, now, Count.TRUTH_ATTEMPTS)).isOne();
          assertThat(grown(before, now, Count.TRUTH_FAILED_ATTEMPTS)).isZero();
          assertThat(grown(before, now, Count.TRUTH_COMMIT_MICROS)).isPositive();
        });
  }

  @Test
  void whatIsOnlyReadIsNoCommit() {
    String slotId = fresh("slot");
    topics.send(awarded(slotId, offer(advertiser("100"), "5.4000")));
    topics.settlements(slotId, 1);
    SortedMap<Count, Long> before = usage.counts();

    RestAssured.get("/v1/slots/" + slotId + "/settlement").then().statusCode(200);

    assertThat(usage.counts()).isEqualTo(before);
  }

  @Test
  void whatDidNotChangeIsNotReportedAgain() {
    publisher.publishIfChanged().join();
    int reports = reports().size();

    publisher.publishIfChanged().join();

    assertThat(reports()).hasSize(reports);
  }

  private List<ConsumerRecord<String, byte[]>> reports() {
    return topics.all(Topic.USAGE_STATS);
  }

  private UsageReport newest() throws MalformedEventException {
    ConsumerRecord<String, byte[]> last = reports().getLast();
    UsageReport report = EventCodec.USAGE.decode(last.value());
    assertThat(last.key()).isEqualTo(report.processId().toString());
    return report;
  }

  private static long grown(SortedMap<Count, Long> before, UsageReport now, Count count) {
    return now.count(count) - before.getOrDefault(count, 0L);
  }
}
