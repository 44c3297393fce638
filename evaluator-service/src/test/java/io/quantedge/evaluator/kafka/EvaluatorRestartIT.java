package io.quantedge.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restarts, several owners and rebalances: whoever goes on says the same. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class EvaluatorRestartIT extends LoopFixture {
  @Test
  void restartInTheMiddleGivesTheOutcomeThatTheLogAloneGives() {
    SlotDefinition slot = TestLog.slot("restarted", LONG);
    long openOffset = log.append(4, Auctions.opened(slot));
    for (int i = 0; i < 50; i++) {
      log.append(4, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    await().atMost(PATIENCE).until(() -> view(slot).total().received() == 50);

    supervisor.stop();
    assertThat(log.groupIsEmpty("evaluator")).as("a stopped loop has left its group").isTrue();
    for (int i = 40; i < 80; i++) {
      log.append(4, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    log.append(4, TestLog.marker(slot));
    supervisor.start();

    String told = TestLog.text(awaitOutcome(slot));
    assertThat(told).isEqualTo(foldOfTheLog(4, openOffset).get(slot.slotId()));
    assertThat(told).contains("\"received\":90,\"counted\":80,\"duplicate\":10");
  }

  @Test
  void decidedSlotIsNotOpenedAgainAfterARestart() {
    SlotDefinition decided = TestLog.slot("decided", LONG);
    log.append(5, Auctions.opened(decided));
    log.append(5, Auctions.placed(TestLog.bid(decided, 1, "a", 20_000)));
    log.append(5, TestLog.marker(decided));
    awaitOutcome(decided);
    SlotDefinition open = TestLog.slot("open-behind-it", LONG);
    long openOffset = log.append(5, Auctions.opened(open));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(log.committed("evaluator", 5)).isEqualTo(openOffset));

    supervisor.stop();
    log.append(5, Auctions.opened(decided));
    log.append(5, Auctions.placed(TestLog.bid(decided, 2, "b", 90_000)));
    log.append(5, TestLog.marker(decided));
    log.append(5, TestLog.marker(open));
    supervisor.start();

    awaitOutcome(open);
    await().atMost(PATIENCE).until(() -> view(decided).late() == 1);
    assertThat(view(decided).outcome().orElseThrow().total().received()).isEqualTo(1);
    assertThat(log.outcomes(decided.slotId())).hasSize(1);
  }

  @Test
  void committedOffsetStaysBehindAnUndecidedSlot() {
    SlotDefinition open = TestLog.slot("undecided", LONG);
    SlotDefinition closed = TestLog.slot("decided-behind-it", LONG);
    SlotDefinition before = TestLog.slot("decided-before-it", LONG);
    log.append(6, Auctions.opened(before));
    log.append(6, TestLog.marker(before));
    awaitOutcome(before);
    long openOffset = log.append(6, Auctions.opened(open));
    log.append(6, Auctions.opened(closed));
    log.append(6, TestLog.marker(closed));
    awaitOne(Topic.SLOT_STATES, closed.slotId());

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(log.committed("evaluator", 6)).isEqualTo(openOffset));
    await()
        .during(Duration.ofMillis(2_500))
        .atMost(PATIENCE)
        .until(() -> log.committed("evaluator", 6) == openOffset);

    long marker = log.append(6, TestLog.marker(open));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(log.committed("evaluator", 6)).isEqualTo(marker + 1));
  }

  @Test
  void twoOwnersAtOnceSayTheSame() {
    Helper zombie = new Helper("zombie", 0);
    zombie.supervisor.start();
    try {
      await().atMost(PATIENCE).until(zombie.status::isReady);
      SlotDefinition slot = TestLog.slot("two-owners", Duration.ofMillis(1_500));
      log.append(8, Auctions.opened(slot));
      for (int i = 0; i < 20; i++) {
        log.append(8, Auctions.placed(TestLog.bid(slot, i, "a" + i % 5, 20_000 + i % 3)));
      }

      await().atMost(PATIENCE).until(() -> log.outcomes(slot.slotId()).size() == 2);

      assertThat(log.outcomes(slot.slotId()).stream().map(TestLog::text).distinct()).hasSize(1);
    } finally {
      zombie.supervisor.stop();
    }
  }

  @Test
  void failedLoopIsStartedAgainAndCatchesUp() {
    double before = meters.counter("exchange.evaluator.loop.restarts").count();
    Helper unlucky = new Helper("unlucky", 2);
    SlotDefinition slot = TestLog.slot("after-failures", LONG);
    log.append(9, Auctions.opened(slot));
    unlucky.supervisor.start();
    try {
      await().atMost(PATIENCE).until(unlucky.status::isReady);

      assertThat(unlucky.views.find(slot.slotId())).isPresent();
      assertThat(meters.counter("exchange.evaluator.loop.restarts").count() - before).isEqualTo(2);
    } finally {
      unlucky.supervisor.stop();
    }
    assertThat(unlucky.status.phase()).isEqualTo(EvaluatorStatus.Phase.STOPPED);
    assertThat(unlucky.views.find(slot.slotId())).as("nothing is left behind").isEmpty();
  }

  @Test
  void slotThatWasSavedIsNotFoldedFromItsOpeningAgain() {
    // Only evaluators of the group "saving" are to decide this slot.
    supervisor.stop();
    Helper first = saving();
    SlotDefinition slot = TestLog.slot("saved", LONG);
    long openOffset = log.append(10, Auctions.opened(slot));
    for (int i = 0; i < 400; i++) {
      log.append(10, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    long last = openOffset + 400;
    await().atMost(PATIENCE).until(() -> log.committed("saving", 10) >= last - 50);
    first.supervisor.stop();
    for (int i = 390; i < 450; i++) {
      log.append(10, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    log.append(10, TestLog.marker(slot));
    double opened = meters.counter("exchange.evaluator.openings").count();

    Helper second = saving();
    String told = TestLog.text(awaitOutcome(slot));
    await().atMost(PATIENCE).until(() -> log.committed("saving", 10) >= last + 62);
    second.supervisor.stop();

    assertThat(told).isEqualTo(foldOfTheLog(10, openOffset).get(slot.slotId()));
    assertThat(told).contains("\"received\":460,\"counted\":450,\"duplicate\":10");
    assertThat(meters.counter("exchange.evaluator.openings").count() - opened)
        .as("without the snapshot its opening is needed again")
        .isZero();
    log.catchUp(Topic.SLOT_STATES);
    assertThat(log.erasedKeys(Topic.SLOT_STATES)).contains("saved#0", "saved#1");
  }

  @Test
  void lateBidsAreCountedOnceOverARestart() {
    SlotDefinition slot = TestLog.slot("late-and-later", LONG);
    log.append(11, Auctions.opened(slot));
    log.append(11, TestLog.marker(slot));
    awaitOutcome(slot);
    for (int i = 0; i < 5; i++) {
      log.append(11, Auctions.placed(TestLog.bid(slot, i, "a", 20_000)));
    }
    await().atMost(PATIENCE).until(() -> view(slot).late() == 5);
    String counted = "{\"type\":\"LATE\",\"slotId\":\"late-and-later\"";
    await()
        .atMost(PATIENCE)
        .until(() ->
            log.about(Topic.SLOT_STATES, counted).stream()
                .anyMatch(state -> TestLog.text(state).contains("\"late\":5")));

    supervisor.stop();
    log.append(11, Auctions.placed(TestLog.bid(slot, 5, "a", 20_000)));
    supervisor.start();

    await().atMost(PATIENCE).until(() -> view(slot).late() == 6);
  }

  @Test
  void partitionsMoveWhileBidsFlowAndEverySlotHasOneOutcome() {
    Helper second = new Helper(Map.of("group-id", "evaluator"), settings, 0);
    List<SlotDefinition> slots = new ArrayList<>();
    List<Long> opened = new ArrayList<>();
    for (int partition = 0; partition < 12; partition++) {
      SlotDefinition slot = TestLog.slot("moving-" + partition, Duration.ofSeconds(6));
      slots.add(slot);
      opened.add(log.append(partition, Auctions.opened(slot)));
    }
    bidOnAll(slots, 0, 20);
    second.supervisor.start();
    bidOnAll(slots, 20, 60);
    await().atMost(PATIENCE).until(() -> second.status.isReady() && status.isReady());
    assertThat(log.members("evaluator")).hasSize(2);
    bidOnAll(slots, 60, 80);
    second.supervisor.stop();
    bidOnAll(slots, 80, 100);

    for (int partition = 0; partition < 12; partition++) {
      SlotId slotId = slots.get(partition).slotId();
      awaitOutcome(slots.get(partition));
      assertThat(log.outcomes(slotId).stream().map(TestLog::text).distinct())
          .containsExactly(foldOfTheLog(partition, opened.get(partition)).get(slotId));
    }
  }

  @Test
  void memberWithALastingNameKeepsItsPlaceOverARestart() {
    Map<String, String> named =
        Map.of(
            "group-id", "named",
            "instance-id", "evaluator-a",
            "advertised-address", "127.0.0.1:9999",
            "session-timeout-millis", "30000");
    Helper first = new Helper(named, settings, 0);
    first.supervisor.start();
    await().atMost(PATIENCE).until(first.status::isReady);
    first.supervisor.stop();
    assertThat(log.members("named")).containsExactly("evaluator-a evaluator@127.0.0.1:9999");

    Helper second = new Helper(named, settings, 0);
    second.supervisor.start();
    await().atMost(Duration.ofSeconds(10)).until(second.status::isReady);
    assertThat(log.members("named")).hasSize(1);
    second.supervisor.stop();
  }

  @Test
  void evaluatorWhoseMemoryIsFullSaysSoAndOneWithMoreGoesOn() {
    supervisor.stop();
    SlotDefinition slot = TestLog.slot("too-big", LONG);
    long openOffset = log.append(9, Auctions.opened(slot));
    for (int i = 0; i < 300; i++) {
      log.appendLater(9, Auctions.placed(TestLog.bid(slot, i, "a" + i % 7, 20_000 + i % 11)));
    }
    Helper small = new Helper(Map.of("group-id", "full"), with(200, 20_000), 0);
    small.supervisor.start();
    await().atMost(PATIENCE).until(() -> small.status.phase() == EvaluatorStatus.Phase.FULL);
    log.append(9, TestLog.marker(slot));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(PATIENCE)
        .until(() -> small.status.phase() == EvaluatorStatus.Phase.FULL);
    assertThat(log.outcomes(slot.slotId())).isEmpty();
    small.supervisor.stop();

    Helper bigger = new Helper(Map.of("group-id", "full"), with(100_000, 20_000), 0);
    bigger.supervisor.start();
    String told = TestLog.text(awaitOutcome(slot));
    bigger.supervisor.stop();

    assertThat(told).isEqualTo(foldOfTheLog(9, openOffset).get(slot.slotId()));
  }

  @Test
  void replayOfTheWholeLogGivesEveryOutcomeThatWasTold() {
    SlotDefinition slot = TestLog.slot("replayed", LONG);
    log.append(0, Auctions.opened(slot));
    log.append(0, Auctions.placed(TestLog.bid(slot, 1, "a", 20_000)));
    log.append(0, TestLog.marker(slot));
    awaitOutcome(slot);

    Map<SlotId, String> replayed = new HashMap<>();
    for (int partition = 0; partition < 12; partition++) {
      replayed.putAll(foldOfTheLog(partition, 0));
    }

    log.catchUp(Topic.AUCTION_OUTCOMES);
    List<String> told = log.about(Topic.AUCTION_OUTCOMES, "").stream().map(TestLog::text).toList();
    assertThat(told).isNotEmpty();
    assertThat(replayed.values()).containsAll(told);
  }

  private Helper saving() {
    Helper helper =
        new Helper(Map.of("group-id", "saving"), with(settings.maxRememberedBids(), 40), 0);
    helper.supervisor.start();
    await().atMost(PATIENCE).until(helper.status::isReady);
    return helper;
  }
}
