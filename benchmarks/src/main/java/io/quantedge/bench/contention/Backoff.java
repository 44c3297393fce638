package io.quantedge.bench.contention;

import io.quantedge.settlement.application.RetryPolicy;
import java.util.random.RandomGenerator;

/**
 * The ways to wait that are compared, all with the base and the cap of one policy. Names and
 * formulas are those of M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
enum Backoff {
  NONE("no backoff") {
    @Override
    long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random) {
      return 0;
    }
  },
  EXPONENTIAL("exponential") {
    @Override
    long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random) {
      return policy.ceilingMillis(attempt);
    }
  },
  EQUAL_JITTER("equal jitter") {
    @Override
    long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random) {
      long half = policy.ceilingMillis(attempt) / 2;
      return half + random.nextLong(half + 1);
    }
  },
  DECORRELATED("decorrelated") {
    @Override
    long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random) {
      long base = policy.base().toMillis();
      long most = Math.max(base, 3 * before);
      return Math.min(policy.cap().toMillis(), random.nextLong(base, most + 1));
    }
  },
  FULL_JITTER("full jitter") {
    @Override
    long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random) {
      return random.nextLong(policy.ceilingMillis(attempt) + 1);
    }
  };

  private final String label;

  Backoff(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * How long to wait.
   *
   * @param attempt the attempt that failed, from 1
   * @param before what was waited before that attempt; the policy's base before the first wait
   */
  abstract long millis(RetryPolicy policy, int attempt, long before, RandomGenerator random);
}
