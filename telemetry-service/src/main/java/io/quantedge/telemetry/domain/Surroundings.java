package io.quantedge.telemetry.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report says besides the fold of the topics. Immutable.
 *
 * @param rate of the last seconds
 * @param unreadable records that could not be read, by topic
 * @param lines how many slots each list names at most
 */
public record Surroundings(
    Series.Window rate,
    SortedMap<String, Long> unreadable,
    Provenance provenance,
    TruthReading truth,
    int lines) {
  public Surroundings {
    unreadable = Collections.unmodifiableSortedMap(new TreeMap<>(unreadable));
  }
}
