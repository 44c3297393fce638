package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimesProperties {
  @ParameterizedTest
  @ValueSource(longs = {5, 99, 20260401})
  void lifetimesAreSpreadOverTheWholeJitterAndNeverReachAnHour(long seed) {
    Lifetimes lifetimes =
        new Lifetimes(Duration.ofMinutes(50), Duration.ofMinutes(8), new SplittableRandom(seed));

    long[] seconds = LongStream.range(0, 2_000).map(n -> lifetimes.next().toSeconds()).toArray();

    assertThat(LongStream.of(seconds).min().orElseThrow())
        .as("seed %d", seed)
        .isBetween(3_000L, 3_010L);
    assertThat(LongStream.of(seconds).max().orElseThrow())
        .as("seed %d", seed)
        .isBetween(3_470L, 3_480L);
    assertThat(LongStream.of(seconds).distinct().count()).as("seed %d", seed).isGreaterThan(400);
  }
}
