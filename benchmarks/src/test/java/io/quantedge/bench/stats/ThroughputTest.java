package io.quantedge.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void anEvenStreamHasItsRate() {
    long[] every5Millis = LongStream.range(0, 1_000).map(i -> i * 5 * MILLISECOND).toArray();
    Throughput throughput = Throughput.of(every5Millis, 0.05);
    assertThat(throughput.perSecond()).isCloseTo(200, within(1e-6));
    assertThat(throughput.counted()).isEqualTo(899);
    assertThat(throughput.seconds()).isCloseTo(4.495, within(1e-9));
  }

  @Test
  void groupsThatHappenAtOnceHaveTheSameRateAsTheirMembersWouldHave() {
    // Twenty at a time, every 100 ms: 200 a second, however the cuts fall into the groups.
    long[] groups = LongStream.range(0, 1_000).map(i -> i / 20 * 100 * MILLISECOND).toArray();
    for (double cut : new double[] {0, 0.05, 0.033, 0.1, 0.25}) {
      assertThat(Throughput.of(groups, cut).perSecond())
          .as("cut %s", cut)
          .isCloseTo(200, within(1e-6));
    }
  }

  @Test
  void aSlowBeginningAndAnIdleEndAreLeftOut() {
    long[] at = LongStream.range(0, 100).map(i -> i * 10 * MILLISECOND).toArray();
    at[0] = -5_000 * MILLISECOND;
    at[99] = 60_000 * MILLISECOND;
    assertThat(Throughput.of(at, 0.02).perSecond()).isCloseTo(100, within(1e-6));
    assertThat(Throughput.of(at, 0).perSecond()).isLessThan(2);
  }

  @Test
  void theOrderDoesNotMatterAndTheInputIsLeftAlone() {
    long[] at = {3 * MILLISECOND, 1 * MILLISECOND, 2 * MILLISECOND};
    long[] before = at.clone();
    assertThat(Throughput.of(at, 0).perSecond()).isCloseTo(1_000, within(1e-6));
    assertThat(Arrays.equals(at, before)).isTrue();
  }

  @Test
  void whatHasNoDurationHasNoRate() {
    assertThatIllegalArgumentException().isThrownBy(() -> Throughput.of(new long[] {1}, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Throughput.of(new long[] {4, 4, 4}, 0))
        .withMessageContaining("all at once");
    assertThatIllegalArgumentException().isThrownBy(() -> Throughput.of(new long[] {1, 2}, 0.5));
  }
}
