package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the totals come from: how far back the topics reach, and what was completed from the truth
 * store. Immutable.
 *
 * @param since by topic, since when every record of it is there; null if none was ever deleted
 * @param fromTruthStore which totals include what only the truth store still knew
 * @param notKnown what is missing and why, as sentences
 * @param hasAllSlots whether every settled slot is in the totals
 */
public record Provenance(
    SortedMap<String, @Nullable Instant> since,
    List<String> fromTruthStore,
    List<String> notKnown,
    boolean hasAllSlots) {
  public static final Provenance UNKNOWN =
      new Provenance(
          new TreeMap<>(),
          List.of(),
          List.of("How far back the topics reach is not known: the broker did not answer yet."),
          false);

  public Provenance {
    since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
    fromTruthStore = List.copyOf(fromTruthStore);
    notKnown = List.copyOf(notKnown);
  }

  /** Everything comes from topics that were never cut. */
  public static Provenance complete() {
    return new Provenance(new TreeMap<>(), List.of(), List.of(), true);
  }
}
