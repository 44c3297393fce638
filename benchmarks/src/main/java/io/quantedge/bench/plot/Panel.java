package io.quantedge.bench.plot;

import java.util.List;

/**
 * One measure of a chart. Immutable.
 *
 * @param title what is measured, with its unit
 */
public record Panel(String title, Scale scale, List<Series> series) {
  public Panel {
    series = List.copyOf(series);
  }
}
