package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLimiterTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void aBurstIsAsLargeAsASecondsShareAndThenEachWaitsForItsTurn() {
    ConnectionLimiter limiter = new ConnectionLimiter(10, clock);

    assertThat(IntStream.range(0, 10).allMatch(n -> limiter.take().isZero())).isTrue();
    Duration wait = limiter.take();
    assertThat(wait).isBetween(Duration.ofMillis(100), Duration.ofMillis(101));
    clock.advance(wait);
    assertThat(limiter.take()).isZero();
    assertThat(limiter.take()).isPositive();
  }

  @Test
  void aLongPauseSavesUpNoMoreThanOneSecondsShare() {
    ConnectionLimiter limiter = new ConnectionLimiter(3, clock);
    clock.advance(Duration.ofHours(1));

    assertThat(IntStream.range(0, 3).allMatch(n -> limiter.take().isZero())).isTrue();
    assertThat(limiter.take()).isPositive();
  }

  @Test
  void aClockThatGoesBackGivesNothingAway() {
    ConnectionLimiter limiter = new ConnectionLimiter(1, clock);
    limiter.take();
    clock.advance(Duration.ofSeconds(-5));

    assertThat(limiter.take()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 77, 20260401})
  void inNoSecondAreThereMoreThanTwiceTheRate(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int perSecond = random.nextInt(1, 80);
    ConnectionLimiter limiter = new ConnectionLimiter(perSecond, clock);
    int seconds = 20;
    int taken = 0;
    for (long micros = 0; micros < seconds * 1_000_000L; ) {
      long step = random.nextLong(1, 9_000);
      clock.advance(Duration.ofNanos(step * 1_000));
      micros += step;
      taken += limiter.take().isZero() ? 1 : 0;
    }

    assertThat(taken)
        .as("seed %d, %d per second", seed, perSecond)
        .isBetween(perSecond * (seconds - 2), perSecond * (seconds + 2));
  }
}
