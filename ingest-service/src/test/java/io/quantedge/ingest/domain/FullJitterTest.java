package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullJitterTest {
  private static final long SEED = 7;
  private static final Duration BASE = Duration.ofMillis(25);
  private static final Duration CAP = Duration.ofSeconds(1);

  private final FullJitter jitter = new FullJitter(BASE, CAP, new SplittableRandom(SEED));

  @Test
  void shouldSpreadTheFirstWaitFromZeroToTheBase() {
    var waits =
        IntStream.range(0, 2_000).mapToLong(i -> jitter.delay(0).toMillis()).summaryStatistics();

    assertThat(waits.getMin()).as("seed %d", SEED).isZero();
    assertThat(waits.getMax()).as("seed %d", SEED).isBetween(23L, 25L);
    assertThat(waits.getAverage()).as("seed %d", SEED).isBetween(10.0, 14.0);
  }

  @Test
  void shouldNeverWaitLongerThanTheCapHoweverOftenItFailed() {
    for (int attempt : new int[] {6, 30, 31, 64, 1_000, Integer.MAX_VALUE}) {
      for (int i = 0; i < 200; i++) {
        assertThat(jitter.delay(attempt))
            .as("seed %d attempt %d", SEED, attempt)
            .isBetween(Duration.ZERO, CAP);
      }
    }
  }

  @Test
  void shouldDoubleTheBoundWithEachAttempt() {
    long longest =
        IntStream.range(0, 2_000).mapToLong(i -> jitter.delay(3).toMillis()).max().orElseThrow();

    assertThat(longest).as("seed %d", SEED).isBetween(180L, 200L);
  }

  @Test
  void shouldRefuseBoundsThatMakeNoSense() {
    assertThatThrownBy(() -> new FullJitter(CAP, BASE, new SplittableRandom(SEED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base <= cap");
  }
}
