package io.quantedge.bench.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would cover each other. */
final class Labels {
  private Labels() {}

  /**
   * @param wanted where each label would stand, in any order
   * @param gap between two of them at least
   * @param least where the uppermost may stand
   * @param most where the lowest may stand; if they do not fit, they begin above {@code least}
   * @return where each stands, in the order of {@code wanted}
   */
  static double[] apart(double[] wanted, double gap, double least, double most) {
    List<Integer> order =
        IntStream.range(0, wanted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .toList();
    double[] placed = wanted.clone();
    double floor = least;
    for (int i : order) {
      placed[i] = Math.max(placed[i], floor);
      floor = placed[i] + gap;
    }
    double ceiling = most;
    for (int i : order.reversed()) {
      placed[i] = Math.min(placed[i], ceiling);
      ceiling = placed[i] - gap;
    }
    return placed;
  }
}
