package io.quantedge.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** G4: a bid counts by its place before the first close marker, and by nothing else. */
@ExtendWith(EvaluationStack.Shared.class)
class CloseByPositionST {
  private static final long SEED = 20_260_301;
  private static final int BIDS = 5_000;
  private static final int SLOTS = 16;

  private final EvaluationStack stack;
  private final AuctionLogs logs;
  private final Traders traders;

  CloseByPositionST(EvaluationStack stack) {
    this.stack = stack;
    this.logs = new AuctionLogs(stack.kafka());
    this.traders = new Traders(stack.ingest(), SEED);
  }

  @BeforeEach
  void warmUp() {
    SlotId slot = traders.open("warm", (int) (System.nanoTime() & 0xffff), in(Duration.ofHours(1)));
    traders.bid(List.of(slot), 500);
  }

  @AfterEach
  void close() {
    stack.stopEvaluators();
    traders.close();
    logs.close();
  }

  @Test
  void evaluatorThatSleepsOverTheCloseCountsEveryAcknowledgedBidAndEachLateOneOnce() {
    // given an evaluator that is stopped before the first bid and continued after the close
    PackagedService evaluator = stack.startEvaluator("sleeper");
    Instant closesAt = in(forBids(BIDS));
    SlotId slot = traders.open("slept", 1, closesAt);
    stack.pause("sleeper");
    int acknowledged = traders.bid(List.of(slot), BIDS);
    assertThat(Instant.now()).as("sent in time, for the test to be worth it").isBefore(closesAt);
    assertThat(acknowledged).as("seed %d", SEED).isEqualTo(BIDS);
    await()
        .atMost(Duration.between(Instant.now(), closesAt).plus(OutcomeAssertions.PATIENCE))
        .until(() -> Instant.now().isAfter(closesAt));

    // when it wakes up
    stack.resume("sleeper");

    // then every bid counts
    OutcomeAssertions.assertOneOutcomeEach(logs, List.of(slot));
    assertThat(standing(evaluator, slot, "total", "counted")).isEqualTo(BIDS);

    // and what stands behind the marker is late, one by one, also for its successor,
    // which does not read them again
    lateBids(slot, 5);
    awaitLate(evaluator, slot, 5);
    await().atMost(OutcomeAssertions.PATIENCE).until(() -> logs.isCommitted(slot));
    stack.kill("sleeper");
    PackagedService successor = stack.startEvaluator("successor");
    awaitLate(successor, slot, 5);
    lateBids(slot, 2);
    awaitLate(successor, slot, 7);
    assertThat(LogOracle.late(logs.events(), slot)).isEqualTo(7);
    assertThat(lateVerdict(successor, slot)).isEqualTo("7 OPPORTUNITY_EXPIRED 2");
    OutcomeAssertions.assertOutcomesAreTheOracles(logs, List.of(slot));
  }

  @Test
  void racingMarkersInTheMiddleOfARebalanceGiveOneOutcome() {
    // given slots that fall due while a second evaluator joins
    stack.startEvaluator("first");
    CompletableFuture<PackagedService> second =
        CompletableFuture.supplyAsync(() -> stack.startEvaluator("second"));
    List<SlotId> slots = new ArrayList<>();
    List<Instant> due = new ArrayList<>();
    for (int number = 0; number < SLOTS; number++) {
      due.add(in(Duration.ofMillis(3_000 + 400L * number)));
      slots.add(traders.open("raced", number, due.get(number)));
    }
    traders.bid(slots, 800);

    // when each is closed by hand as well, over HTTP and by two markers more, at the same time
    for (int number = 0; number < SLOTS; number++) {
      Instant then = due.get(number);
      await()
          .atMost(OutcomeAssertions.PATIENCE)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !Instant.now().isBefore(then));
      traders.close(slots.get(number));
      logs.append(marker(slots.get(number)));
      logs.append(marker(slots.get(number)));
    }
    second.join();

    // then the first marker has decided, whoever wrote it
    OutcomeAssertions.assertOneOutcomeEach(logs, slots);
    assertThat(stack.evaluators()).isEqualTo(2);
  }

  private void lateBids(SlotId slot, int count) {
    for (int number = 0; number < count; number++) {
      logs.append(
          new AuctionEvent.BidPlaced(
              new Bid(
                  new BidId(new UUID(SEED, System.nanoTime())),
                  slot,
                  new AccountId("too-late"),
                  new Region("eu-west-1"),
                  Money.of("99", "USD"),
                  1,
                  QualityScore.FULL,
                  now())));
    }
  }

  private void awaitLate(PackagedService evaluator, SlotId slot, int count) {
    await()
        .atMost(OutcomeAssertions.PATIENCE)
        .untilAsserted(() -> assertThat(standing(evaluator, slot, "late")).isEqualTo(count));
  }

  private long standing(PackagedService evaluator, SlotId slot, String... path) {
    var found = traders.ask(evaluator, "/v1/slots/" + slot + "/standing").body();
    for (String name : path) {
      found = found.path(name);
    }
    return found.asLong(-1);
  }

  private String lateVerdict(PackagedService evaluator, SlotId slot) {
    for (var verdict :
        traders.ask(evaluator, "/v1/slots/" + slot + "/explanation").body().path("verdicts")) {
      if (verdict.path("verdict").asText().equals("LATE")) {
        return "%d %s %d"
            .formatted(
                verdict.path("count").asLong(),
                verdict.path("lossReason").asText(),
                verdict.path("openRtbCode").asInt());
      }
    }
    return "none";
  }

  private Duration forBids(int count) {
    SlotId slot = traders.open("rate", (int) (System.nanoTime() & 0xffff), in(Duration.ofHours(1)));
    long begun = System.nanoTime();
    traders.bid(List.of(slot), count / 10);
    Duration measured = Duration.ofNanos(System.nanoTime() - begun);
    return Duration.ofSeconds(4).plus(measured.multipliedBy(18));
  }

  private static AuctionEvent marker(SlotId slot) {
    return new AuctionEvent.CloseMarked(slot, CloseCause.REQUEST, now());
  }

  private static Instant in(Duration time) {
    return now().plus(time);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
