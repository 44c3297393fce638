package io.quantedge.bench.plot;

import java.util.List;

/**
 * One line of a panel. Immutable.
 *
 * @param label stands beside its last point
 * @param values one for each place on the horizontal axis
 */
public record Series(String label, List<Double> values) {
  public Series {
    values = List.copyOf(values);
  }
}
