package io.quantedge.telemetry.application.proof;

import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.proof.ProofRunner.BusyException;
import io.quantedge.telemetry.application.proof.ProofRunner.FailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Runs both sides of a proof, one after the other, and keeps what came out. Thread-safe. */
@ApplicationScoped
class ProofExecution {
  private static final Logger log = Logger.getLogger(ProofExecution.class);

  private final ProofRunner runner;
  private final ProofRunStore store;
  private final ProofFigures figures;
  private final Proofs.Settings settings;
  private final RandomGenerator random;
  private final Clock clock;

  ProofExecution(
      ProofRunner runner,
      ProofRunStore store,
      ProofFigures figures,
      Proofs.Settings settings,
      RandomGenerator random,
      Clock clock) {
    this.runner = runner;
    this.store = store;
    this.figures = figures;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Runs what was started last, and says in the queue how far it is.
   *
   * @return the run when it has ended; never fails
   */
  Uni<ProofRun> run(ProofRun run, ProofQueue queue) {
    return side(run, true)
        .map(run::withGuarded)
        .invoke(queue::progressed)
        .chain(half -> side(half, false).map(other -> half.done(other, clock.instant())))
        .onFailure()
        .recoverWithItem(failure -> {
          String why = why(run, failure);
          return queue.running().orElse(run).failed(why, clock.instant());
        })
        .invoke(ended -> {
          figures.ended(ended);
          queue.ended(ended);
          log.infof(
              "proof ended runId=%s kind=%s state=%s result=%s",
              ended.runId(), ended.kind(), ended.state(), ProofFigures.Result.of(ended));
        });
  }

  /** Tells the queue when the run is stored. Never fails: what cannot be stored stays there. */
  Uni<Void> store(ProofRun ended, ProofQueue queue) {
    return retrying(() -> store.insert(ended), failure -> true, settings.storeAttempts(), 1)
        .invoke(() -> queue.stored(ended.runId()))
        .onFailure()
        .invoke(failure ->
            log.errorf(
                "proof run is not stored and goes with this process runId=%s reason=%s",
                ended.runId(), failure.getMessage()))
        .onFailure()
        .recoverWithUni(Uni.createFrom().voidItem());
  }

  private Uni<ProofSide> side(ProofRun run, boolean guarded) {
    return retrying(
            () -> runner.run(run.kind(), run.parameters(), guarded),
            BusyException.class::isInstance,
            settings.busyAttempts(),
            1)
        .invoke(side -> {
          if (side.guarded() != guarded) {
            throw new FailedException(
                "the settlement service ran the side with guarded=" + side.guarded() + " instead");
          }
        });
  }

  private <T> Uni<T> retrying(
      Supplier<Uni<T>> work, Predicate<Throwable> passing, int attempts, int attempt) {
    FullJitter backoff = settings.backoff();
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(failure -> passing.test(failure) && attempt < attempts)
        .recoverWithUni(failure ->
            Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(Math.max(1, backoff.delayMillis(attempt, random))))
                .chain(() -> retrying(work, passing, attempts, attempt + 1)));
  }

  private static String why(ProofRun run, Throwable failure) {
    if (failure instanceof FailedException || failure instanceof BusyException) {
      return String.valueOf(failure.getMessage());
    }
    log.errorf(failure, "proof failed runId=%s", run.runId());
    return "telemetry-service itself failed; its log has the cause.";
  }
}
