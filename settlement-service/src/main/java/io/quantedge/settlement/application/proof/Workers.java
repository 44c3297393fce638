package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.Ended;
import io.quantedge.settlement.application.OccParts;
import io.quantedge.settlement.application.OccRunner;
import io.quantedge.settlement.application.Operation;
import io.quantedge.settlement.application.Operations;
import io.quantedge.settlement.application.RetryBudget;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.application.TruthStore.Result;
import io.quantedge.settlement.application.proof.ProofSide.AttemptLine;
import io.quantedge.settlement.application.proof.ProofSide.End;
import io.quantedge.settlement.application.proof.ProofSide.Line;
import io.quantedge.settlement.application.proof.Runs.Run;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Workers that settle as the exchange does, with its retry, and are watched while they do. Their
 * time begins when they are made. Thread-safe.
 */
final class Workers {
  private static final int RETRIES_FOR_EVERYBODY = 100_000;

  private final Ground ground;
  private final Clock clock;
  private final Recorder recorder = new Recorder();
  private final Operations operations;
  private final OccRunner runner;
  private final Instant begunAt;

  /**
   * @param seed decides the pauses between attempts
   */
  Workers(Ground ground, RetryPolicy policy, Clock clock, long seed) {
    this.ground = ground;
    this.clock = clock;
    RandomGenerator random = new Shared(new SplittableRandom(seed));
    this.operations = new Operations("proof", random);
    // The policy alone bounds retries here: the exchange's budget is not for proofs to spend.
    RetryBudget budget = new RetryBudget(100, RETRIES_FOR_EVERYBODY, RETRIES_FOR_EVERYBODY, clock);
    this.runner =
        new OccRunner(
            new OccParts(policy, budget, recorder, recorder, clock, random, ground::region));
    this.begunAt = clock.instant();
  }

  /** Ends when the operation has ended; it never fails. */
  Uni<Run> settle(String worker, AuctionOutcome outcome) {
    return Uni.createFrom()
        .deferred(() -> {
          Operation operation = operations.next(List.of(outcome.slot().slotId()), worker);
          long beganAtMillis = millis(clock.instant());
          return runner
              .run(operation, () -> ground.store().settle(List.of(outcome)))
              .map(ended -> run(operation, worker, beganAtMillis, ended));
        });
  }

  private Run run(
      Operation operation, String worker, long beganAtMillis, Ended<List<Result>> ended) {
    List<AttemptFailed> failed = recorder.of(operation.operationId());
    Line line =
        new Line(
            worker,
            beganAtMillis,
            Math.max(beganAtMillis, millis(clock.instant())),
            end(ended),
            failed.stream().map(this::line).toList());
    return new Run(
        operation.slotIds().getFirst(),
        attempts(ended),
        failed.stream().map(AttemptFailed::cause).toList(),
        line);
  }

  private AttemptLine line(AttemptFailed failed) {
    return new AttemptLine(
        failed.attempt(),
        millis(failed.at()),
        failed.code().orElse(failed.cause().name()),
        failed.backoffMillis());
  }

  private static int attempts(Ended<List<Result>> ended) {
    return switch (ended) {
      case Ended.Done<List<Result>> done -> done.attempts();
      case Ended.Exhausted<List<Result>> exhausted -> exhausted.attempts();
      case Ended.Failed<List<Result>> failed -> failed.attempts();
    };
  }

  private static End end(Ended<List<Result>> ended) {
    return switch (ended) {
      case Ended.Done<List<Result>> done -> end(done.result());
      case Ended.Exhausted<List<Result>> _ -> End.GAVE_UP;
      case Ended.Failed<List<Result>> _ -> End.FAILED;
    };
  }

  private static End end(Attempted<List<Result>> attempted) {
    return switch (attempted.value().getFirst()) {
      case Result.Contradicted _ -> End.FAILED;
      case Result.Settled settled ->
          settled.event() instanceof SettlementEvent.Rejected
              ? End.REJECTED
              : settled.finding() == Finding.COMMITTED ? End.COMMITTED : End.ALREADY_SETTLED;
    };
  }

  private long millis(Instant at) {
    return Math.max(0, java.time.Duration.between(begunAt, at).toMillis());
  }

  /** A generator with a seed that threads may share. */
  private record Shared(RandomGenerator random) implements RandomGenerator {
    @Override
    public long nextLong() {
      synchronized (random) {
        return random.nextLong();
      }
    }
  }
}
