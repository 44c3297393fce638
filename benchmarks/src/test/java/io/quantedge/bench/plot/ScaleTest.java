package io.quantedge.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void aLinearScaleHasRoundTicksFromZeroToAboveTheMost() {
    assertThat(Scale.linear(100).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
    assertThat(Scale.linear(7.3).ticks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    assertThat(Scale.linear(7.3).place().applyAsDouble(4)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aLogarithmicScaleHasThePowersOfTenAroundTheValues() {
    Scale scale = Scale.logarithmic(23, 4_500);
    assertThat(scale.ticks()).containsExactly(10.0, 100.0, 1_000.0, 10_000.0);
    assertThat(scale.place().applyAsDouble(100)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(Scale.logarithmic(10, 10).ticks()).containsExactly(10.0, 100.0);
  }

  @Test
  void whatHasNoPlaceOnAScaleIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.linear(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.logarithmic(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Scale.logarithmic(5, 4));
  }
}
