package io.quantedge.settlement.application;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Runs an operation under optimistic concurrency: an attempt that lost is made again as a whole,
 * from its reads, after a backoff during which it holds nothing. {@link RetryPolicy} decides;
 * SmallRye Fault Tolerance repeats and waits, and its own bounds hold even if the policy were
 * wrong. Thread-safe.
 */
public final class OccRunner {
  private final OccParts parts;
  private final OperationWatch watch;
  private final TypedGuard<Uni<Attempted<?>>> guard;

  public OccRunner(OccParts parts) {
    this(parts, OperationWatch.NONE);
  }

  /**
   * @param watch told of every attempt
   */
  public OccRunner(OccParts parts, OperationWatch watch) {
    this.parts = parts;
    this.watch = watch;
    this.guard = newGuard(parts.policy());
  }

  /**
   * @param work one attempt, from its reads to its commit; called once for each attempt
   * @return how it ended; the {@code Uni} itself never fails
   */
  public <T> Uni<Ended<T>> run(Operation operation, Supplier<Uni<Attempted<T>>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          OccRun run = new OccRun(operation, parts, watch);
          return repeated(() -> run.attempt(work))
              .map(run::done)
              .onFailure()
              .recoverWithItem(run::givenUp);
        });
  }

  @SuppressWarnings("unchecked") // The guard is blind to what an attempt brings.
  private <T> Uni<Attempted<T>> repeated(Supplier<Uni<Attempted<T>>> attempt) {
    return (Uni<Attempted<T>>)
        (Uni<?>) guard.get((Supplier<Uni<Attempted<?>>>) (Supplier<?>) attempt);
  }

  private static TypedGuard<Uni<Attempted<?>>> newGuard(RetryPolicy policy) {
    return TypedGuard.create(new TypeLiteral<Uni<Attempted<?>>>() {})
        .withDescription("truth-store-operation")
        .withRetry()
        .maxRetries(policy.maxAttempts() - 1)
        .maxDuration(policy.deadline().toMillis(), ChronoUnit.MILLIS)
        .whenException(failure -> failure instanceof FailedAttempt failed && failed.isRetried())
        .withCustomBackoff()
        .strategy(() -> failure -> ((FailedAttempt) failure).backoffMillis())
        .done()
        .done()
        .build();
  }
}
