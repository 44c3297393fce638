package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.localstack.dsql.fault.EndpointState;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OutageIT extends ServiceIT {

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
  }

  @ParameterizedTest
  @CsvSource({"BEFORE_COMMIT, COMMITTED", "AFTER_COMMIT, ALREADY_SETTLED"})
  void aCommitWithoutAnAnswerIsReadBackAndNeverDoneTwice(Cut cut, Finding finding) {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    faults.cutNext(cut, 1);

    topics.send(awarded(slotId, offer(buyer, "5.4000")));

    assertThat(topics.settlements(slotId, 1)).hasSize(1);
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
    List<ConflictEvent> events = topics.conflicts(slotId, 2);
    assertThat(((AttemptFailed) events.get(0)).cause()).isEqualTo(Cause.UNKNOWN_OUTCOME);
    assertThat(((Resolved) events.get(1)).finding()).isEqualTo(finding);
  }

  @Test
  void whileTheStoreIsAwayOutcomesWaitAndAreSettledOnceItIsBack() {
    String buyer = advertiser("100");
    List<String> slotIds = List.of(fresh("slot"), fresh("slot"), fresh("slot"));
    everyEndpoint(EndpointState.REFUSING);

    List<RecordMetadata> sent =
        slotIds.stream()
            .map(slotId -> topics.send(awarded(slotId, offer(buyer, "5.4000"))))
            .toList();

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503));
    assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(topics.conflicts(slotIds.getFirst(), 3))
        .anyMatch(event -> event instanceof AttemptFailed);
    RestAssured.get("/v1/slots/" + slotIds.getFirst() + "/settlement").then().statusCode(503);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(oldestWaitingSeconds()).isPositive());
    assertThat(topics.committedOffset(sent.getFirst()))
        .as("an outcome that is not settled is not acknowledged")
        .isLessThanOrEqualTo(sent.getFirst().offset());
    faults.clear();

    slotIds.forEach(slotId -> assertThat(topics.settlements(slotId, 1)).hasSize(1));
    assertSpent(buyer, "-16.2");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
          assertThat(oldestWaitingSeconds()).isZero();
        });
  }

  @Test
  void aStoreThatIsDownForHalfAMinuteUnderLoadLosesNothing() {
    List<String> buyers = List.of(advertiser("9000"), advertiser("9000"), advertiser("9000"));
    String prefix = fresh("down");
    int sent = send(prefix, 0, 60, buyers);
    everyEndpoint(EndpointState.REFUSING);
    sent = send(prefix, sent, 180, buyers);
    Instant back = Instant.now().plusSeconds(30);
    await().atMost(Duration.ofSeconds(40)).until(() -> Instant.now().isAfter(back));
    sent = send(prefix, sent, 60, buyers);
    faults.clear();

    assertAllSettledOnce(prefix, sent, buyers);
  }

  @Test
  void aDatabaseThatIsKilledUnderLoadAndStartedAgainLosesNothing() {
    List<String> buyers = List.of(advertiser("9000"), advertiser("9000"), advertiser("9000"));
    String prefix = fresh("killed");
    int sent = send(prefix, 0, 150, buyers);
    await().atMost(Duration.ofSeconds(20)).until(() -> settled(prefix) > 0);

    dsql.killPostgres();
    sent = send(prefix, sent, 150, buyers);
    dsql.restartPostgres();

    assertAllSettledOnce(prefix, sent, buyers);
  }

  private int send(String prefix, int from, int count, List<String> buyers) {
    for (int i = from; i < from + count; i++) {
      topics.send(awarded(prefix + "-" + i, offer(buyers.get(i % buyers.size()), "1.5000")));
    }
    return from + count;
  }

  private void assertAllSettledOnce(String prefix, int slots, List<String> buyers) {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(settled(prefix)).isEqualTo(slots));
    assertThat(
            store.count(
                "SELECT count(*) FROM financial_ledger WHERE slot_id LIKE $1", prefix + "-%"))
        .isEqualTo(3L * slots);
    assertThat(
            store
                .query(
                    "SELECT sum(amount) FROM financial_ledger WHERE slot_id LIKE $1", prefix + "-%")
                .getFirst()
                .getBigDecimal(0))
        .isZero();
    for (String buyer : buyers) {
      assertSpent(buyer, "-" + slots / buyers.size() * 3 / 2);
    }
  }

  private long settled(String prefix) {
    return store.count("SELECT count(*) FROM settlements WHERE slot_id LIKE $1", prefix + "-%");
  }

  private void assertSpent(String buyer, String balance) {
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo(balance)
        .isEqualByComparingTo(store.ledgerBalance(buyer));
  }

  private void everyEndpoint(EndpointState state) {
    dsql.endpoints().forEach(endpoint -> faults.endpoint(endpoint.region(), state));
  }

  private static double oldestWaitingSeconds() {
    return RestAssured.get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("exchange_settlement_oldest_waiting_seconds"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
