package io.quantedge.settlement.application;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.TruthStore.Result;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessOutcomesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Recording told = new Recording();
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void aSettledSlotIsAnnouncedEvenIfSomebodyElseSettledIt() {
    List<AuctionOutcome> group = outcomes(1);

    process(group, outcomes -> item(settled(outcomes, Finding.ALREADY_SETTLED)), told);

    assertThat(told.announced).containsExactly(event(group.getFirst()));
    assertThat(told.done).hasValue(1);
  }

  @Test
  void aGroupWaitsForAsLongAsTheStoreIsAway() {
    List<AuctionOutcome> group = outcomes(3);

    process(
        group,
        outcomes ->
            attempts.incrementAndGet() <= 7
                ? failing(
                    new StoreFailure.Unavailable(Optional.empty(), Optional.empty(), "refused"))
                : item(settled(outcomes, Finding.COMMITTED)),
        told);

    assertThat(told.exhausted).as("three operations of two attempts gave up").hasValue(3);
    assertThat(told.announced).hasSize(3);
  }

  @Test
  void poisonIsIsolatedAndItsNeighboursAreSettledWhereverItStands() {
    for (int poisoned = 0; poisoned < 9; poisoned++) {
      List<AuctionOutcome> group = outcomes(9);
      SlotId bad = group.get(poisoned).slot().slotId();
      Recording here = new Recording();

      List<Optional<String>> verdicts =
          process(
              group,
              outcomes ->
                  outcomes.stream().anyMatch(outcome -> outcome.slot().slotId().equals(bad))
                      ? failing(new StoreFailure.Permanent("22003 out of range"))
                      : item(settled(outcomes, Finding.COMMITTED)),
              here);

      int at = poisoned;
      assertThat(verdicts).as("poison at %d", at).hasSize(9);
      assertThat(verdicts.get(at)).hasValue("22003 out of range");
      assertThat(verdicts.stream().filter(Optional::isPresent)).hasSize(1);
      assertThat(here.announced).hasSize(8).doesNotContain(event(group.get(at)));
      assertThat(here.groups).as("halves, not one by one").hasSizeLessThan(10);
      assertThat(here.done).hasValue(9);
    }
  }

  @Test
  void whatIsTooLargeTogetherIsSettledInParts() {
    List<AuctionOutcome> group = outcomes(8);

    List<Optional<String>> verdicts =
        process(
            group,
            outcomes ->
                outcomes.size() > 2
                    ? failing(new StoreFailure.TooLarge("54000 row limit"))
                    : item(settled(outcomes, Finding.COMMITTED)),
            told);

    assertThat(verdicts).hasSize(8).allMatch(Optional::isEmpty);
    assertThat(told.groups).containsExactly(8, 4, 2, 2, 4, 2, 2);
    assertThat(told.announced).hasSize(8);
  }

  @Test
  void aContradictionIsIsolatedAndAlarmedWhileItsNeighboursAreSettled() {
    List<AuctionOutcome> group = outcomes(2);

    List<Optional<String>> verdicts =
        process(
            group,
            outcomes ->
                item(
                    List.of(
                        new Result.Contradicted(outcomes.getFirst().slot().slotId(), "another"),
                        new Result.Settled(event(outcomes.getLast()), Finding.COMMITTED))),
            told);

    assertThat(verdicts).containsExactly(Optional.of("another"), Optional.empty());
    assertThat(told.contradictions).hasValue(1);
    assertThat(told.announced).containsExactly(event(group.getLast()));
  }

  @Test
  void aGroupIsSettledBeforeAndNotDoneUntilItsConflictsAreTold() {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    ConflictEvents slow = (ConflictEvent event) -> Uni.createFrom().completionStage(acknowledged);

    ProcessOutcomes.Processed processed =
        processor(
                outcomes ->
                    attempts.incrementAndGet() == 1
                        ? failing(
                            new StoreFailure.Conflict(
                                Optional.of("40001"), Optional.empty(), "changed"))
                        : item(settled(outcomes, Finding.COMMITTED)),
                slow,
                told)
            .process(outcomes(1))
            .await()
            .atMost(PATIENCE);
    CompletableFuture<Void> isTold = processed.told().subscribeAsCompletionStage();

    assertThat(told.announced).hasSize(1);
    assertThat(isTold).isNotDone();
    assertThat(told.done).hasValue(0);
    acknowledged.complete(null);

    assertThat(isTold).succeedsWithin(Duration.ofSeconds(2));
    assertThat(told.done).hasValue(1);
  }

  private List<Optional<String>> process(
      List<AuctionOutcome> group, Attempt attempt, Recording recording) {
    ProcessOutcomes.Processed processed =
        processor(attempt, recording, recording).process(group).await().atMost(PATIENCE);
    processed.told().await().atMost(PATIENCE);
    return processed.verdicts();
  }

  private static ProcessOutcomes processor(
      Attempt attempt, ConflictEvents events, Recording recording) {
    SplittableRandom random = new SplittableRandom(7);
    RetryPolicy policy =
        new RetryPolicy(2, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(2));
    Clock clock = Clock.systemUTC();
    RetryBudget budget = new RetryBudget(100, 0, 100, clock);
    OccRunner runner =
        new OccRunner(
            new OccParts(policy, budget, events, recording, clock, random, () -> "us-east-1"));
    SettleGroup settleGroup =
        new SettleGroup(new FakeStore(attempt), runner, new Operations("settlement-1", random), 1);
    return new ProcessOutcomes(
        settleGroup, recording, recording, Duration.ofMillis(1), Duration.ofMillis(4));
  }

  private static List<AuctionOutcome> outcomes(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> awarded("slot-" + i, offer("buyer-1", "5.4")))
        .toList();
  }

  private static List<Result> settled(List<AuctionOutcome> outcomes, Finding finding) {
    return outcomes.stream()
        .<Result>map(outcome -> new Result.Settled(event(outcome), finding))
        .toList();
  }

  private static SettlementEvent event(AuctionOutcome outcome) {
    return new SettlementEvent.Unsold(
        outcome.slot().slotId(), outcome.closedAt(), outcome.closedAt().plusMillis(9));
  }

  private static Uni<Attempted<List<Result>>> item(List<Result> results) {
    return Uni.createFrom().item(Attempted.committed(results));
  }

  private static Uni<Attempted<List<Result>>> failing(StoreFailure failure) {
    return Uni.createFrom().failure(new StoreException(failure, null));
  }

  /** One attempt on a group. */
  private interface Attempt {
    Uni<Attempted<List<Result>>> on(List<AuctionOutcome> group);
  }

  private record FakeStore(Attempt attempt) implements TruthStore {
    @Override
    public Uni<Attempted<List<Result>>> settle(List<AuctionOutcome> group) {
      return attempt.on(group);
    }

    @Override
    public Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId) {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
