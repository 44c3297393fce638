package io.quantedge.bench.plot;

import java.util.List;

/**
 * Several measures over the same places, one panel below the other. Immutable.
 *
 * @param horizontal what the horizontal axis shows
 * @param places its marks, from left to right, at equal distances
 */
public record Chart(String title, String horizontal, List<String> places, List<Panel> panels) {
  public Chart {
    places = List.copyOf(places);
    panels = List.copyOf(panels);
    for (Panel panel : panels) {
      for (Series series : panel.series()) {
        if (series.values().size() != places.size()) {
          throw new IllegalArgumentException(
              "'%s' has %d values for %d places"
                  .formatted(series.label(), series.values().size(), places.size()));
        }
      }
    }
  }
}
