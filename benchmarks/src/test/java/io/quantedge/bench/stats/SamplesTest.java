package io.quantedge.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Samples.of(List.of(9, 1, 5)).median()).isEqualTo(5);
    assertThat(Samples.of(List.of(9, 1, 5, 6)).median()).isEqualTo(5.5);
    assertThat(Samples.of(List.of(7)).median()).isEqualTo(7);
  }

  @Test
  void aPercentileIsAValueThatWasMeasured() {
    Samples samples = Samples.of(List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
    assertThat(samples.percentile(50)).isEqualTo(50);
    assertThat(samples.percentile(95)).isEqualTo(100);
    assertThat(samples.percentile(10)).isEqualTo(10);
    assertThat(samples.percentile(100)).isEqualTo(samples.most());
    assertThat(samples.percentile(0.1)).isEqualTo(samples.least());
  }

  @Test
  void nothingIsSaidAboutNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.of(List.of(1)).percentile(0))
        .withMessageContaining("(0, 100]");
  }
}
