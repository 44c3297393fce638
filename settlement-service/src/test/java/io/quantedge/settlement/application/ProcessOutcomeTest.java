package io.quantedge.settlement.application;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProcessOutcomeTest {
  private static final AuctionOutcome OUTCOME = awarded("slot-1", offer("buyer-1", "5.4"));
  private static final SettlementEvent SETTLED =
      new SettlementEvent.Unsold(
          OUTCOME.slot().slotId(), OUTCOME.closedAt(), OUTCOME.closedAt().plusMillis(9));

  private final Recording told = new Recording();
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  void aSettledSlotIsAnnouncedEvenIfSomebodyElseSettledIt() {
    process(() -> Uni.createFrom().item(Attempted.alreadyThere(SETTLED)), told);

    assertThat(told.announced).containsExactly(SETTLED);
    assertThat(told.done).hasValue(1);
  }

  @Test
  void anOutcomeWaitsForAsLongAsTheStoreIsAway() {
    process(
        () ->
            attempts.incrementAndGet() <= 7
                ? failing(
                    new StoreFailure.Unavailable(Optional.empty(), Optional.empty(), "refused"))
                : Uni.createFrom().item(Attempted.committed(SETTLED)),
        told);

    assertThat(told.exhausted).as("three operations of two attempts gave up").hasValue(3);
    assertThat(told.announced).containsExactly(SETTLED);
  }

  @Test
  void anOutcomeThatCanNeverBeSettledIsHandedBack() {
    assertThatThrownBy(
            () -> process(() -> failing(new StoreFailure.Permanent("22003 out of range")), told))
        .isInstanceOf(ImpossibleOutcomeException.class)
        .hasMessageContaining("22003");
    assertThat(told.announced).isEmpty();
    assertThat(told.done).hasValue(1);
  }

  @Test
  void anOutcomeIsNotDoneBeforeItsConflictsAreTold() {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    ConflictEvents slow = (ConflictEvent event) -> Uni.createFrom().completionStage(acknowledged);
    CompletableFuture<Void> processed =
        processor(
                () ->
                    attempts.incrementAndGet() == 1
                        ? failing(
                            new StoreFailure.Conflict(
                                Optional.of("40001"), Optional.empty(), "changed"))
                        : Uni.createFrom().item(Attempted.committed(SETTLED)),
                slow)
            .process(OUTCOME)
            .subscribeAsCompletionStage();

    await().until(() -> !told.announced.isEmpty());
    assertThat(processed).isNotDone();
    acknowledged.complete(null);

    assertThat(processed).succeedsWithin(Duration.ofSeconds(2));
  }

  private void process(Supplier<Uni<Attempted<SettlementEvent>>> attempt, ConflictEvents events) {
    processor(attempt, events).process(OUTCOME).await().atMost(Duration.ofSeconds(10));
  }

  private ProcessOutcome processor(
      Supplier<Uni<Attempted<SettlementEvent>>> attempt, ConflictEvents events) {
    SplittableRandom random = new SplittableRandom(7);
    RetryPolicy policy =
        new RetryPolicy(2, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofMillis(2));
    OccRunner runner =
        new OccRunner(new OccParts(policy, events, told, Clock.systemUTC(), random, "us-east-1"));
    SettleOutcome settleOutcome =
        new SettleOutcome(
            new FakeStore(attempt), runner, new Operations("settlement-1", random), 1);
    return new ProcessOutcome(
        settleOutcome, told, told, Duration.ofMillis(1), Duration.ofMillis(4));
  }

  private static Uni<Attempted<SettlementEvent>> failing(StoreFailure failure) {
    return Uni.createFrom().failure(new StoreException(failure, null));
  }

  private record FakeStore(Supplier<Uni<Attempted<SettlementEvent>>> attempt)
      implements TruthStore {
    @Override
    public Uni<Attempted<SettlementEvent>> settle(AuctionOutcome outcome) {
      return attempt.get();
    }

    @Override
    public Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId) {
      return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Posted>> ledgerOf(SlotId slotId) {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
