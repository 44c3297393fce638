package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The state of one running operation: its attempts so far and what was told of them. Its attempts
 * come one after another, so it needs no lock; the hand-over between threads is the {@code Uni}'s.
 */
final class OccRun {
  private static final Logger log = Logger.getLogger(OccRun.class);

  private final Operation operation;
  private final OccParts parts;
  private final OperationWatch.Run watch;
  private final Instant begunAt;
  private final List<Uni<Void>> emitted = new ArrayList<>();
  private int attempts;

  OccRun(Operation operation, OccParts parts, OperationWatch watch) {
    this.operation = operation;
    this.parts = parts;
    this.watch = watch.begun(operation);
    this.begunAt = parts.clock().instant();
  }

  <T> Uni<Attempted<T>> attempt(Supplier<Uni<Attempted<T>>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          attempts++;
          if (attempts == 1) {
            parts.budget().operationBegun();
          }
          parts.meter().attempt();
          watch.attempt(attempts);
          return work.get();
        })
        .onFailure()
        .transform(this::failed);
  }

  <T> Ended<T> done(Attempted<T> result) {
    watch.done(result.finding());
    if (!emitted.isEmpty()) {
      tell(
          new Resolved(
              operation.operationId(),
              operation.slotIds(),
              operation.worker(),
              parts.region().get(),
              attempts,
              result.finding(),
              now()));
    }
    return new Ended.Done<>(result, attempts, told());
  }

  <T> Ended<T> givenUp(Throwable thrown) {
    StoreFailure failure =
        thrown instanceof FailedAttempt failed
            ? failed.failure()
            : StoreException.failureOf(thrown);
    if (!emitted.isEmpty()) {
      tell(
          new Exhausted(
              operation.operationId(),
              operation.slotIds(),
              operation.worker(),
              parts.region().get(),
              attempts,
              now()));
    }
    return switch (failure) {
      case StoreFailure.Passing passing -> {
        parts.meter().exhausted();
        yield new Ended.Exhausted<>(passing, attempts, told());
      }
      case StoreFailure.Lasting lasting -> new Ended.Failed<>(lasting, attempts, told());
    };
  }

  private Throwable failed(Throwable thrown) {
    return switch (StoreException.failureOf(thrown)) {
      case StoreFailure.Passing passing -> {
        OptionalLong backoffMillis = backoffMillis();
        parts.meter().attemptFailed(passing.cause());
        watch.failed(passing, backoffMillis.orElse(0));
        tell(attemptFailed(passing, backoffMillis.orElse(0)));
        yield new FailedAttempt(passing, backoffMillis, thrown);
      }
      case StoreFailure.Lasting lasting -> {
        watch.failed(lasting, 0);
        log.warnf(
            thrown.getCause(),
            "attempt failed for good operation=%s slots=%d firstSlotId=%s attempt=%d detail=%s",
            operation.operationId(),
            operation.slotIds().size(),
            operation.slotIds().isEmpty() ? "-" : operation.slotIds().getFirst(),
            attempts,
            lasting.detail());
        yield new FailedAttempt(lasting, OptionalLong.empty(), thrown);
      }
    };
  }

  /** Nothing, if the policy wants no further attempt or the process cannot afford one. */
  private OptionalLong backoffMillis() {
    Duration elapsed = Duration.between(begunAt, parts.clock().instant());
    OptionalLong backoffMillis = parts.policy().backoffMillis(attempts, elapsed, parts.random());
    if (backoffMillis.isEmpty() || parts.budget().takeRetry()) {
      return backoffMillis;
    }
    parts.meter().retryBudgetEmpty();
    return OptionalLong.empty();
  }

  private AttemptFailed attemptFailed(StoreFailure.Passing failure, long backoffMillis) {
    log.debugf(
        "attempt failed operation=%s slots=%s attempt=%d cause=%s backoffMillis=%d detail=%s",
        operation.operationId(),
        operation.slotIds(),
        attempts,
        failure.cause(),
        backoffMillis,
        failure.detail());
    return new AttemptFailed(
        operation.operationId(),
        operation.slotIds(),
        operation.worker(),
        parts.region().get(),
        attempts,
        failure.cause(),
        failure.sqlState(),
        failure.code(),
        backoffMillis,
        now());
  }

  /** Sends at once, so that telemetry is live, and keeps the acknowledgement to wait for. */
  private void tell(ConflictEvent event) {
    Uni<Void> acknowledged = parts.conflicts().emit(event).memoize().indefinitely();
    emitted.add(acknowledged);
    acknowledged
        .subscribe()
        .with(
            ignored -> {},
            failure -> log.errorf(failure, "conflict event not told event=%s", event));
  }

  private Uni<Void> told() {
    return emitted.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(List.copyOf(emitted)).andCollectFailures().replaceWithVoid();
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
