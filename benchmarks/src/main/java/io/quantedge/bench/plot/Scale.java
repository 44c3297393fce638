package io.quantedge.bench.plot;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A vertical axis: where a value stands, and which values are marked. Immutable.
 *
 * @param ticks the marked values, rising; the first is at the bottom and the last at the top
 * @param place of a value: 0 at the bottom, 1 at the top
 */
public record Scale(List<Double> ticks, DoubleUnaryOperator place) {
  private static final int STEPS = 5;

  public Scale {
    ticks = List.copyOf(ticks);
  }

  /**
   * From zero.
   *
   * @param most above zero; the top is this or the next round value
   */
  public static Scale linear(double most) {
    if (!(most > 0)) {
      throw new IllegalArgumentException("a scale needs a value above zero; it was " + most);
    }
    double step = roundStep(most / STEPS);
    long steps = (long) Math.ceil(most / step - 1e-9);
    double top = steps * step;
    return new Scale(
        LongStream.rangeClosed(0, steps).mapToObj(i -> i * step).toList(), value -> value / top);
  }

  /**
   * In powers of ten around the values.
   *
   * @param least above zero
   * @param most not below the least
   */
  public static Scale logarithmic(double least, double most) {
    if (!(least > 0 && most >= least)) {
      throw new IllegalArgumentException(
          "a logarithmic scale needs 0 < least <= most; it was " + least + " and " + most);
    }
    int bottom = (int) Math.floor(Math.log10(least));
    int top = Math.max(bottom + 1, (int) Math.ceil(Math.log10(most)));
    return new Scale(
        IntStream.rangeClosed(bottom, top).mapToObj(i -> Math.pow(10, i)).toList(),
        value -> (Math.log10(value) - bottom) / (top - bottom));
  }

  /** The next of 1, 2, 5, 10, … times a power of ten. */
  private static double roundStep(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= atLeast - 1e-9) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
