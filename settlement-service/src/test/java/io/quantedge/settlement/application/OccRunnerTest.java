package io.quantedge.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.SlotId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OccRunnerTest {
  private static final Operation OPERATION =
      new Operation(new UUID(1, 2), List.of(new SlotId("slot-1")), "settlement-1/worker-1");

  private final Recording told = new Recording();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
  private final AtomicInteger calls = new AtomicInteger();
  private RetryBudget budget = new RetryBudget(100, 0, 100, fakeClock());

  @Test
  void anAttemptThatSucceedsAtOnceTellsNothing() {
    Ended<String> ended = run(() -> Uni.createFrom().item(Attempted.committed("truth")));

    assertThat(ended).isInstanceOf(Ended.Done.class);
    assertThat(told.conflicts).isEmpty();
  }

  @Test
  void aLoserReadsAgainAndStopsWhenItFindsTheSlotSettled() {
    Ended<String> ended =
        run(() ->
            calls.incrementAndGet() <= 2
                ? failing(conflict("OC000"))
                : Uni.createFrom().item(Attempted.alreadyThere("truth")));

    assertThat(calls).hasValue(3);
    assertThat(ended)
        .isInstanceOfSatisfying(Ended.Done.class, done -> assertThat(done.attempts()).isEqualTo(3));
    assertThat(told.conflicts).hasSize(3);
    assertThat(told.conflicts.subList(0, 2))
        .allSatisfy(event ->
            assertThat(event)
                .isInstanceOfSatisfying(
                    AttemptFailed.class,
                    failed -> {
                      assertThat(failed.cause()).isEqualTo(Cause.CONFLICT);
                      assertThat(failed.sqlState()).hasValue("40001");
                      assertThat(failed.code()).hasValue("OC000");
                      assertThat(failed.backoffMillis()).isBetween(0L, 8L);
                    }));
    assertThat(told.conflicts).extracting(ConflictEvent::attempt).containsExactly(1, 2, 3);
    assertThat(told.conflicts.getLast())
        .isInstanceOfSatisfying(
            Resolved.class,
            resolved -> assertThat(resolved.finding()).isEqualTo(Finding.ALREADY_SETTLED));
  }

  @Test
  void attemptsAreBounded() {
    Ended<String> ended = run(() -> counted(conflict("OC000")));

    assertThat(calls).hasValue(4);
    assertThat(ended).isInstanceOf(Ended.Exhausted.class);
    assertThat(told.conflicts).hasSize(5);
    assertThat(told.conflicts.get(3))
        .isInstanceOfSatisfying(
            AttemptFailed.class, last -> assertThat(last.backoffMillis()).isZero());
    assertThat(told.conflicts.getLast()).isInstanceOf(Exhausted.class);
    assertThat(told.exhausted).hasValue(1);
  }

  @Test
  void theDeadlineEndsAnOperationThoughAttemptsAreLeft() {
    Ended<String> ended =
        run(() -> {
          now.updateAndGet(time -> time.plusMillis(600));
          return counted(new StoreFailure.Unavailable(none(), none(), "refused"));
        });

    assertThat(calls).as("600 ms each, deadline 1 s").hasValue(2);
    assertThat(ended).isInstanceOf(Ended.Exhausted.class);
    assertThat(told.conflicts.getLast()).isInstanceOf(Exhausted.class);
  }

  @Test
  void whatCannotSucceedIsNotTriedAgain() {
    Ended<String> ended = run(() -> counted(new StoreFailure.Permanent("22003 out of range")));

    assertThat(calls).hasValue(1);
    assertThat(ended).isInstanceOf(Ended.Failed.class);
    assertThat(told.conflicts).isEmpty();
  }

  @Test
  void aBugOfOursIsNotTriedAgainEither() {
    Ended<String> ended =
        run(() -> {
          calls.incrementAndGet();
          throw new IllegalStateException("broken invariant");
        });

    assertThat(calls).hasValue(1);
    assertThat(ended)
        .isInstanceOfSatisfying(
            Ended.Failed.class,
            failed -> assertThat(failed.cause().detail()).contains("broken invariant"));
  }

  @Test
  void anUnknownOutcomeIsReadBackAndResolved() {
    Ended<String> ended =
        run(() ->
            calls.incrementAndGet() == 1
                ? failing(new StoreFailure.UnknownOutcome(none(), none(), "lost"))
                : Uni.createFrom().item(Attempted.alreadyThere("truth")));

    assertThat(ended).isInstanceOf(Ended.Done.class);
    assertThat(told.conflicts.getFirst())
        .isInstanceOfSatisfying(
            AttemptFailed.class,
            failed -> assertThat(failed.cause()).isEqualTo(Cause.UNKNOWN_OUTCOME));
  }

  @Test
  void aProcessThatCannotAffordTheRetryGivesUpAndSaysSo() {
    budget = new RetryBudget(0, 0, 2, fakeClock());

    Ended<String> ended = run(() -> counted(conflict("OC000")));

    assertThat(calls).as("the first attempt and two retries, of four attempts allowed").hasValue(3);
    assertThat(ended).isInstanceOf(Ended.Exhausted.class);
    assertThat(told.budgetEmpty).hasValue(1);
    assertThat(told.conflicts.getLast()).isInstanceOf(Exhausted.class);
  }

  private <T> Ended<T> run(Supplier<Uni<Attempted<T>>> attempt) {
    RetryPolicy policy =
        new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofMillis(50));
    OccRunner runner =
        new OccRunner(
            new OccParts(
                policy,
                budget,
                told,
                told,
                fakeClock(),
                new SplittableRandom(7),
                () -> "us-east-1"));
    Ended<T> ended = runner.run(OPERATION, attempt).await().atMost(Duration.ofSeconds(10));
    ended.told().await().atMost(Duration.ofSeconds(1));
    return ended;
  }

  private Uni<Attempted<String>> counted(StoreFailure failure) {
    calls.incrementAndGet();
    return failing(failure);
  }

  private static Uni<Attempted<String>> failing(StoreFailure failure) {
    return Uni.createFrom().failure(new StoreException(failure, null));
  }

  private static StoreFailure conflict(String code) {
    return new StoreFailure.Conflict(Optional.of("40001"), Optional.of(code), "changed");
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private Clock fakeClock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Objects.requireNonNull(now.get());
      }
    };
  }
}
