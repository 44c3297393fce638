package io.quantedge.simulator.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void pausesAreDrawnBelowABoundThatDoublesUpToACap() {
    Backoff longest = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2), bound -> bound - 1);
    Backoff none = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2), bound -> 0);

    assertThat(longest.pause(0, Duration.ZERO)).hasMillis(50);
    assertThat(longest.pause(3, Duration.ZERO)).hasMillis(400);
    assertThat(longest.pause(60, Duration.ZERO)).hasMillis(2_000);
    assertThat(none.pause(60, Duration.ZERO)).hasMillis(0);
    assertThat(none.pause(0, Duration.ofSeconds(1))).hasMillis(1_000);
    assertThat(none.pause(0, Duration.ofHours(1))).hasMillis(2_000);
  }
}
