package io.quantedge.bench.stats;

import io.quantedge.bench.Figures;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How two that took turns compare. On a machine that others use too, a ratio says more than either
 * of the two figures. Immutable.
 *
 * @param ofMedians the upper one's median by the lower one's
 * @param ofRounds the same in each round
 */
public record Ratio(double ofMedians, Samples ofRounds) {
  /**
   * @param above what the upper one did in each round, at least one
   * @param below the same of the lower one; nothing is zero
   */
  public static Ratio of(List<Double> above, List<Double> below) {
    return new Ratio(
        Samples.of(above).median() / Samples.of(below).median(),
        Samples.of(
            IntStream.range(0, Math.min(above.size(), below.size()))
                .mapToObj(i -> above.get(i) / below.get(i))
                .toList()));
  }

  /** One line that says whether an aim was reached. */
  public String against(String what, double least) {
    return "- %s: %s (%s to %s in the rounds), aim at least %s: %s"
        .formatted(
            what,
            Figures.ratio(ofMedians),
            Figures.ratio(ofRounds.least()),
            Figures.ratio(ofRounds.most()),
            Figures.ratio(least),
            ofMedians >= least ? "held" : "missed");
  }
}
