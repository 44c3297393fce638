package io.quantedge.bench.contention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.settlement.application.RetryPolicy;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackoffProperties {
  private static final long SEED = 20_261_122;
  private static final RetryPolicy POLICY =
      new RetryPolicy(10, Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofMillis(1_000));

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource(Backoff.class)
  void noneWaitsLessThanZeroOrLongerThanTheCap(Backoff backoff) {
    long before = 10;
    for (int i = 0; i < 20_000; i++) {
      int attempt = 1 + i % 60;
      before = backoff.millis(POLICY, attempt, before, random);
      assertThat(before)
          .as("%s, attempt %d, seed %d", backoff, attempt, SEED)
          .isBetween(0L, 1_000L);
    }
  }

  @Test
  void withoutJitterEverybodyWaitsTheSame() {
    assertThat(waits(Backoff.EXPONENTIAL, 3)).containsOnly(80L);
    assertThat(waits(Backoff.EXPONENTIAL, 9)).containsOnly(1_000L);
    assertThat(waits(Backoff.NONE, 9)).containsOnly(0L);
  }

  @Test
  void equalJitterKeepsHalfOfTheCeilingAndSpreadsTheOther() {
    assertThat(waits(Backoff.EQUAL_JITTER, 3)).allMatch(wait -> wait >= 40 && wait <= 80);
    assertThat(waits(Backoff.EQUAL_JITTER, 3)).contains(40L, 80L);
  }

  @Test
  void fullJitterSpreadsFromZeroToTheCeiling() {
    assertThat(waits(Backoff.FULL_JITTER, 2)).allMatch(wait -> wait >= 0 && wait <= 40);
    assertThat(waits(Backoff.FULL_JITTER, 2)).contains(0L, 40L);
  }

  @Test
  void decorrelatedJitterGrowsFromWhatWasWaitedBefore() {
    long[] waits =
        IntStream.range(0, 10_000)
            .mapToLong(i -> Backoff.DECORRELATED.millis(POLICY, 1, 50, random))
            .toArray();
    assertThat(LongStream.of(waits).min()).hasValue(10);
    assertThat(LongStream.of(waits).max()).hasValue(150);
    assertThat(Backoff.DECORRELATED.millis(POLICY, 1, 0, random)).isEqualTo(10);
  }

  private Long[] waits(Backoff backoff, int attempt) {
    return IntStream.range(0, 10_000)
        .mapToObj(i -> backoff.millis(POLICY, attempt, 10, random))
        .toArray(Long[]::new);
  }
}
