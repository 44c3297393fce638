package io.quantedge.settlement.application.proof;

import io.quantedge.settlement.application.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What every proof needs. Thread-safe if its parts are.
 *
 * @param random for the names of proofs
 */
record Lab(
    Grounds grounds,
    NetworkFaults faults,
    ProofLimits limits,
    Clock clock,
    RandomGenerator random) {
  /** Far more than 200 contenders need; the time limit comes first. */
  private static final int MANY_ATTEMPTS = 100;

  Cast cast(ProofKind kind) {
    return Cast.fresh(kind, grounds.preferred().region(), clock.instant(), random);
  }

  /** The exchange's own backoff, with attempts enough for everybody. */
  RetryPolicy retrying() {
    return policy(MANY_ATTEMPTS, limits.timeLimit());
  }

  /** One attempt and no more. */
  RetryPolicy onlyOnce() {
    return policy(1, limits.timeLimit());
  }

  /** No attempt begins later than this after its operation's beginning. */
  RetryPolicy retryingFor(Duration deadline) {
    return policy(MANY_ATTEMPTS, deadline);
  }

  Patience patience() {
    return new Patience(clock, limits.timeLimit());
  }

  private RetryPolicy policy(int attempts, Duration deadline) {
    return new RetryPolicy(attempts, deadline, limits.backoffBase(), limits.backoffCap());
  }
}
