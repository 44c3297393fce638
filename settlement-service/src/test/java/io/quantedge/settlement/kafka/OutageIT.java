package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.settlement.testing.FaultyLink.Fault;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OutageIT extends ServiceIT {

  @AfterEach
  void theLinkIsWhole() {
    link.arm(Fault.NONE);
    link.restore();
  }

  @ParameterizedTest
  @CsvSource({
    "LOSE_COMMIT, COMMITTED",
    "LOSE_ANSWER, ALREADY_SETTLED",
    "SILENCE_ANSWER, ALREADY_SETTLED"
  })
  void aCommitWithoutAnAnswerIsReadBackAndNeverDoneTwice(Fault fault, Finding finding) {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    link.arm(fault);

    topics.send(awarded(slotId, offer(buyer, "5.4000")));

    assertThat(topics.settlements(slotId, 1)).hasSize(1);
    assertThat(link.happened()).isTrue();
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
    List<ConflictEvent> events = topics.conflicts(slotId, 2);
    assertThat(((AttemptFailed) events.get(0)).cause()).isEqualTo(Cause.UNKNOWN_OUTCOME);
    assertThat(((Resolved) events.get(1)).finding()).isEqualTo(finding);
  }

  @Test
  void aBackendThatIsTerminatedInTheMiddleIsOvercome() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    SqlConnection holder = store.connection();
    now(holder.query("BEGIN").execute());
    now(
        holder
            .preparedQuery("SELECT 1 FROM account_balances WHERE account_id = $1 FOR UPDATE")
            .execute(Tuple.of(buyer)));
    topics.send(awarded(slotId, offer(buyer, "5.4000")));

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() ->
            store.count(
                    """
                    SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                    WHERE wait_event_type = 'Lock' AND query LIKE '%account_balances%'\
                    """)
                > 0);
    now(holder.query("ROLLBACK").execute());
    now(holder.close());

    assertThat(topics.settlements(slotId, 1)).hasSize(1);
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
    List<ConflictEvent> events = topics.conflicts(slotId, 2);
    assertThat(((AttemptFailed) events.getFirst()).cause()).isEqualTo(Cause.UNAVAILABLE);
    assertThat(events.getLast()).isInstanceOf(Resolved.class);
  }

  @Test
  void whileTheStoreIsAwayOutcomesWaitAndAreSettledOnceItIsBack() {
    String buyer = advertiser("100");
    List<String> slotIds = List.of(fresh("slot"), fresh("slot"), fresh("slot"));
    link.cut();

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
    link.restore();

    slotIds.forEach(slotId -> assertThat(topics.settlements(slotId, 1)).hasSize(1));
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo("-16.2")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
          assertThat(oldestWaitingSeconds()).isZero();
        });
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
