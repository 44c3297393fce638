package io.quantedge.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void thereAreSoManyRestartsInAWindowAndNotOneMore() {
    RestartPolicy policy = new RestartPolicy(3, Duration.ofSeconds(60));
    assertThat(policy.tryRestart(START)).isTrue();
    assertThat(policy.tryRestart(START.plusSeconds(1))).isTrue();
    assertThat(policy.tryRestart(START.plusSeconds(59))).isTrue();
    assertThat(policy.tryRestart(START.plusSeconds(59))).isFalse();
  }

  @Test
  void theWindowSlides() {
    RestartPolicy policy = new RestartPolicy(1, Duration.ofSeconds(60));
    assertThat(policy.tryRestart(START)).isTrue();
    assertThat(policy.tryRestart(START.plusSeconds(59))).isFalse();
    assertThat(policy.tryRestart(START.plusSeconds(60))).isTrue();
    assertThat(policy.tryRestart(START.plusSeconds(61))).isFalse();
  }

  @Test
  void neverIsNever() {
    assertThat(RestartPolicy.never("so").tryRestart(START)).isFalse();
  }
}
