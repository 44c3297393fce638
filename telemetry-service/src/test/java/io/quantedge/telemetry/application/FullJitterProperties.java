package io.quantedge.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullJitterProperties {
  private static final long SEED = 977;

  @ParameterizedTest
  @CsvSource({"1,400", "2,800", "3,1600", "5,6400", "6,10000", "40,10000", "2000000000,10000"})
  void theWholeRangeUpToTheCeilingIsUsedAndNeverMore(int attempt, long ceiling) {
    FullJitter jitter = new FullJitter(200, 10_000);
    Random random = new Random(SEED);

    LongSummaryStatistics delays =
        IntStream.range(0, 20_000)
            .mapToLong(_ -> jitter.delayMillis(attempt, random))
            .summaryStatistics();

    assertThat(delays.getMin()).as("seed %d", SEED).isBetween(0L, ceiling / 100);
    assertThat(delays.getMax()).as("seed %d", SEED).isBetween(ceiling * 99 / 100, ceiling);
    assertThat(delays.getAverage()).as("seed %d", SEED).isBetween(ceiling * 0.48, ceiling * 0.52);
  }

  @Test
  void aCapBelowTheBaseIsRefused() {
    assertThatThrownBy(() -> new FullJitter(10, 9)).hasMessageContaining("10 and 9 ms");
  }
}
