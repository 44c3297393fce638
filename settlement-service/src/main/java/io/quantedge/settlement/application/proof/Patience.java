package io.quantedge.settlement.application.proof;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for the steps of a proof, all of them together no longer than its time limit. */
final class Patience {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Clock clock;
  private final Duration limit;
  private final Instant deadline;

  Patience(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.deadline = clock.instant().plus(limit);
  }

  /**
   * @throws ProofException if it takes too long; the step is cancelled then
   */
  <T> T await(Uni<T> step) {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isPositive()) {
      try {
        return step.await().atMost(left);
      } catch (TimeoutException e) {
        throw tooLate();
      }
    }
    throw tooLate();
  }

  /**
   * Waits until something is so, or for a while.
   *
   * @return whether it became so
   */
  boolean until(BooleanSupplier so, Duration atMost) {
    Instant end = clock.instant().plus(atMost);
    while (!so.getAsBoolean()) {
      if (!clock.instant().isBefore(end)) {
        return false;
      }
      await(Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN));
    }
    return true;
  }

  private ProofException tooLate() {
    return new ProofException(
        ProofException.Reason.FAILED,
        "the proof did not end within "
            + limit.toSeconds()
            + " s, so it proves nothing; try it with fewer workers, or raise"
            + " exchange.settlement.proofs.time-limit");
  }
}
