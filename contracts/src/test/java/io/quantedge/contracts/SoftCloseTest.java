package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.slot.SoftClose;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SoftCloseTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final SoftClose SOFT = new SoftClose(10_000, 15_000, 40_000);

  @Test
  void aBidWithinTheWindowExtendsAndAnEarlierOneDoesNot() {
    assertThat(SOFT.extended(NOON, NOON, NOON.minusSeconds(10))).isEqualTo(NOON);
    assertThat(SOFT.extended(NOON, NOON, NOON.minusSeconds(9))).isEqualTo(NOON.plusSeconds(6));
    assertThat(SOFT.extended(NOON, NOON, NOON)).isEqualTo(NOON.plusSeconds(15));
  }

  @Test
  void extensionsAddUpToTheMaximumAndNeverGoBack() {
    Instant deadline = NOON.plusSeconds(36);
    assertThat(SOFT.extended(deadline, NOON, deadline)).isEqualTo(NOON.plusSeconds(40));
    assertThat(SOFT.extended(NOON.plusSeconds(40), NOON, NOON.plusSeconds(31)))
        .isEqualTo(NOON.plusSeconds(40));
  }

  @Test
  void durationsArePositiveAndAtMostADay() {
    assertThatThrownBy(() -> new SoftClose(0, 1, 1)).hasMessageContaining("softClose.windowMillis");
    assertThatThrownBy(() -> new SoftClose(1, 1, 86_400_001)).hasMessageContaining("maximumMillis");
  }
}
