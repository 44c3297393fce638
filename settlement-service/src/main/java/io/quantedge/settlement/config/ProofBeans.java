package io.quantedge.settlement.config;

import io.quantedge.settlement.application.proof.Grounds;
import io.quantedge.settlement.application.proof.NetworkFaults;
import io.quantedge.settlement.application.proof.ProofLimits;
import io.quantedge.settlement.application.proof.Proofs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts proofs together. */
@Singleton
final class ProofBeans {
  @Produces
  @Singleton
  Proofs proofs(
      Grounds grounds,
      NetworkFaults faults,
      ProofLimits limits,
      Clock clock,
      RandomGenerator random) {
    return new Proofs(grounds, faults, limits, clock, random);
  }

  @Produces
  @Singleton
  ProofLimits limits(ProofsConfig config, RetryConfig retry) {
    return new ProofLimits(
        config.enabled(), config.maxWorkers(), config.timeLimit(), retry.base(), retry.cap());
  }
}
