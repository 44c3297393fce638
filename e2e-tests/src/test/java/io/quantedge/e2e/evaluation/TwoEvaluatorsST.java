package io.quantedge.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * G4 and G10 with two evaluators: one is killed under load, the other one sleeps until it has lost
 * its partitions, and wakes up as a zombie. Nothing that either says does any harm, and both answer
 * for every slot.
 */
@ExtendWith(EvaluationStack.Shared.class)
class TwoEvaluatorsST {
  private static final long SEED = 20_260_302;
  private static final int PARTITIONS = 12;
  private static final int SLOTS = 48;
  private static final int LASTING_SLOTS = 8;

  private final EvaluationStack stack;
  private final AuctionLogs logs;
  private final Traders traders;
  private final AtomicBoolean trading = new AtomicBoolean(true);
  private final AtomicInteger acknowledged = new AtomicInteger();

  TwoEvaluatorsST(EvaluationStack stack) {
    this.stack = stack;
    this.logs = new AuctionLogs(stack.kafka());
    this.traders = new Traders(stack.ingest(), SEED);
  }

  @AfterEach
  void close() {
    trading.set(false);
    stack.stopEvaluators();
    traders.close();
    logs.close();
  }

  @Test
  void killedOneAndAZombieLeaveOneRightOutcomeForEverySlot() {
    // given two evaluators that share the log, and slots that fall due for half a minute
    stack.startEvaluator("killed");
    PackagedService zombie = stack.startEvaluator("zombie");
    await().atMost(OutcomeAssertions.PATIENCE).until(this::bothOwn);
    List<SlotId> slots = new ArrayList<>();
    for (int number = 0; number < SLOTS; number++) {
      slots.add(traders.open("shared", number, in(Duration.ofMillis(3_000 + 700L * number))));
    }
    List<SlotId> lasting = new ArrayList<>();
    for (int number = 0; number < LASTING_SLOTS; number++) {
      lasting.add(traders.open("lasting", number, in(Duration.ofMinutes(30 + number))));
    }
    CompletableFuture<Void> load = CompletableFuture.runAsync(() -> trade(slots, lasting));

    // when one is killed and replaced, and the other sleeps until the successor owns everything
    await().atMost(OutcomeAssertions.PATIENCE).until(() -> acknowledged.get() > 500);
    stack.kill("killed");
    PackagedService successor = stack.startEvaluator("successor");
    await().atMost(OutcomeAssertions.PATIENCE).until(this::bothOwn);
    List<SlotId> orphaned = openOn(owned(zombie));
    slots.addAll(orphaned);
    acknowledged.addAndGet(traders.bid(orphaned, 10 * orphaned.size()));
    stack.pause("zombie");
    await().atMost(OutcomeAssertions.PATIENCE).until(() -> owned(successor).size() == PARTITIONS);
    stack.resume("zombie");
    await().atMost(OutcomeAssertions.PATIENCE).until(this::bothOwn);
    repeatAndContradict(lasting);
    await()
        .atMost(OutcomeAssertions.PATIENCE)
        .until(() -> logs.outcomes().keySet().containsAll(slots));
    trading.set(false);
    load.join();

    // then every slot has the oracle's outcome, however often it was told
    OutcomeAssertions.assertOneOutcomeEach(logs, slots);
    System.out.printf(
        "seed %d: %d bids acknowledged, %d outcomes, %d markers%n",
        SEED, acknowledged.get(), slots.size(), markers(slots));
    // and both instances answer for all of them
    for (PackagedService evaluator : List.of(successor, zombie)) {
      assertAnswersForAll(evaluator, slots, lasting);
    }
    // and the open ones are counted exactly by whoever owns them, once they are closed
    lasting.forEach(traders::close);
    OutcomeAssertions.assertOneOutcomeEach(logs, lasting);
    OutcomeAssertions.assertOutcomesAreTheOracles(logs, slots);
  }

  private void trade(List<SlotId> slots, List<SlotId> lasting) {
    List<SlotId> all = new ArrayList<>(slots);
    all.addAll(lasting);
    while (trading.get()) {
      acknowledged.addAndGet(traders.bid(all, 2 * all.size()));
    }
  }

  /** Some bids of the log again, and again with another amount: as a broken producer would. */
  private void repeatAndContradict(List<SlotId> slots) {
    Set<SlotId> wanted = new HashSet<>(slots);
    List<Bid> bids =
        logs.events().stream()
            .map(AuctionLogs.Logged::event)
            .filter(event -> event instanceof BidPlaced && wanted.contains(event.slotId()))
            .map(event -> ((BidPlaced) event).bid())
            .limit(40)
            .toList();
    assertThat(bids).isNotEmpty();
    for (Bid bid : bids) {
      logs.append(new BidPlaced(bid));
      logs.append(
          new BidPlaced(
              new Bid(
                  bid.bidId(),
                  bid.slotId(),
                  bid.accountId(),
                  bid.region(),
                  bid.price().plus(Money.of("50", "USD")),
                  bid.latencyMs(),
                  bid.qualityScore(),
                  bid.acceptedAt())));
    }
  }

  private void assertAnswersForAll(
      PackagedService evaluator, List<SlotId> closed, List<SlotId> open) {
    Map<SlotId, Set<String>> outcomes = logs.outcomes();
    for (SlotId slot : closed) {
      await()
          .atMost(OutcomeAssertions.PATIENCE)
          .untilAsserted(() -> {
            Traders.Answer answer = traders.ask(evaluator, "/v1/slots/" + slot + "/outcome");
            assertThat(answer.status()).as("%s of %s", answer, evaluator.name()).isEqualTo(200);
            assertThat(answer.body().path("slot").path("slotId").asText()).isEqualTo(slot.value());
            assertThat(outcomes.get(slot))
                .allSatisfy(told -> assertThat(told).contains(digest(answer.body())));
          });
    }
    await()
        .atMost(OutcomeAssertions.PATIENCE)
        .untilAsserted(() -> {
          Traders.Answer answer = traders.ask(evaluator, "/v1/slots?state=OPEN&limit=500");
          assertThat(answer.status()).as("%s", answer).isEqualTo(200);
          assertThat(answer.body().path("instances").asInt()).isEqualTo(2);
          List<SlotId> listed = new ArrayList<>();
          answer
              .body()
              .path("items")
              .forEach(item -> listed.add(new SlotId(item.path("slotId").asText())));
          assertThat(listed).doesNotHaveDuplicates().containsSubsequence(open);
        });
  }

  private static String digest(JsonNode outcome) {
    return "\"digest\":\"" + outcome.path("digest").asText() + "\"";
  }

  private boolean bothOwn() {
    List<Set<Integer>> owned = List.copyOf(logs.owners().values());
    return owned.size() == 2 && owned.stream().allMatch(own -> own.size() == PARTITIONS / 2);
  }

  private Set<Integer> owned(PackagedService evaluator) {
    return logs.owners().getOrDefault("evaluator@127.0.0.1:" + evaluator.port(), Set.of());
  }

  /** Slots of these partitions that fall due while their owner sleeps. */
  private List<SlotId> openOn(Set<Integer> partitions) {
    return IntStream.range(0, 60)
        .filter(number -> partitions.contains(logs.partitionOf(new SlotId("orphaned-" + number))))
        .limit(6)
        .mapToObj(number -> traders.open("orphaned", number, in(Duration.ofSeconds(4))))
        .toList();
  }

  private long markers(List<SlotId> slots) {
    Set<SlotId> wanted = new HashSet<>(slots);
    return logs.events().stream()
        .filter(entry ->
            entry.event() instanceof AuctionEvent.CloseMarked(SlotId slot, var cause, var at)
                && wanted.contains(slot))
        .count();
  }

  private static Instant in(Duration time) {
    return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(time);
  }
}
