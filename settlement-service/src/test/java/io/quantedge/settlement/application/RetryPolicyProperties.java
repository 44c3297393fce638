package io.quantedge.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyProperties {
  private static final RetryPolicy POLICY =
      new RetryPolicy(10, Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofSeconds(1));

  @Test
  void theCeilingDoublesUpToTheCap() {
    assertThat(LongStream.rangeClosed(1, 9).map(attempt -> POLICY.ceilingMillis((int) attempt)))
        .containsExactly(20L, 40L, 80L, 160L, 320L, 640L, 1_000L, 1_000L, 1_000L);
    assertThat(POLICY.ceilingMillis(1_000_000)).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20260303, 555})
  void aBackoffIsSpreadEvenlyBetweenZeroAndItsCeiling(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int attempt = 1; attempt < 10; attempt++) {
      int failed = attempt;
      long[] backoffs =
          LongStream.range(0, 4_000)
              .map(n -> POLICY.backoffMillis(failed, Duration.ZERO, random).orElseThrow())
              .toArray();
      long ceiling = POLICY.ceilingMillis(attempt);
      assertThat(LongStream.of(backoffs).max().orElseThrow())
          .as("seed %d attempt %d", seed, attempt)
          .isLessThanOrEqualTo(ceiling)
          .isGreaterThan(ceiling * 95 / 100 - 1);
      assertThat(LongStream.of(backoffs).min().orElseThrow())
          .as("full jitter reaches down to nothing; seed %d", seed)
          .isBetween(0L, ceiling / 20);
      assertThat(LongStream.of(backoffs).average().orElseThrow())
          .as("seed %d attempt %d", seed, attempt)
          .isCloseTo(ceiling / 2.0, within(ceiling * 0.05));
    }
  }

  @Test
  void theLastAttemptHasNoBackoff() {
    RandomGenerator random = new SplittableRandom(1);

    assertThat(POLICY.backoffMillis(9, Duration.ZERO, random)).isPresent();
    assertThat(POLICY.backoffMillis(10, Duration.ZERO, random)).isEmpty();
  }

  @Test
  void noAttemptBeginsBehindTheDeadline() {
    RandomGenerator alwaysTheCeiling =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public long nextLong(long bound) {
            return bound - 1;
          }
        };

    OptionalLong inTime = POLICY.backoffMillis(1, Duration.ofMillis(19_979), alwaysTheCeiling);
    OptionalLong late = POLICY.backoffMillis(1, Duration.ofMillis(19_980), alwaysTheCeiling);

    assertThat(inTime).hasValue(20);
    assertThat(late).isEmpty();
  }
}
