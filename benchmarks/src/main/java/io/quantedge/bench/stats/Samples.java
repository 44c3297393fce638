package io.quantedge.bench.stats;

import java.util.Arrays;
import java.util.Collection;

/**
 * Measured values, sorted once. It exists so that every figure that is printed says of how many
 * values it is made. Immutable.
 */
public final class Samples {
  private final double[] sorted;

  private Samples(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * @param values in any order, at least one
   */
  public static Samples of(Collection<? extends Number> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to say about no values at all");
    }
    return new Samples(values.stream().mapToDouble(Number::doubleValue).sorted().toArray());
  }

  /** How many there are. */
  public int size() {
    return sorted.length;
  }

  public double least() {
    return sorted[0];
  }

  public double most() {
    return sorted[sorted.length - 1];
  }

  public double sum() {
    return Arrays.stream(sorted).sum();
  }

  /** The middle one, or the mean of the two in the middle. */
  public double median() {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * By nearest rank: the least value that so many percent do not exceed.
   *
   * @param percent above 0, at most 100
   */
  public double percentile(double percent) {
    if (!(percent > 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile is in (0, 100]; it was " + percent);
    }
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }
}
