package io.quantedge.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelsProperties {
  private static final long SEED = 7;

  @Test
  void labelsKeepTheirDistanceStayInsideAndInOrder() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      double[] wanted = random.doubles(1 + random.nextInt(8), 0, 200).toArray();
      double[] placed = Labels.apart(wanted, 15, 0, 200);
      double[] sorted = Arrays.stream(placed).sorted().toArray();
      for (int k = 0; k < sorted.length; k++) {
        assertThat(sorted[k]).as("seed %d, case %d", SEED, i).isBetween(0.0, 200.0);
        if (k > 0) {
          assertThat(sorted[k] - sorted[k - 1]).isGreaterThanOrEqualTo(15 - 1e-9);
        }
      }
      for (int a = 0; a < wanted.length; a++) {
        for (int b = 0; b < wanted.length; b++) {
          assertThat(wanted[a] < wanted[b] && placed[a] > placed[b]).isFalse();
        }
      }
    }
  }

  @Test
  void labelsThatAreFarApartStayWhereTheyAre() {
    assertThat(Labels.apart(new double[] {100, 20, 60}, 15, 0, 200)).containsExactly(100, 20, 60);
  }
}
