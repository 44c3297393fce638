package io.quantedge.simulator.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one source says of a slot: a text for each subject that the source knows, in the order in
 * which people read them. Not thread-safe.
 */
final class Facts {
  /** What a source says that knows of a subject but has nothing to show. */
  static final String NONE = "none";

  private final Map<String, String> bySubject = new LinkedHashMap<>();

  Facts put(String subject, Object value) {
    bySubject.put(subject, String.valueOf(value));
    return this;
  }

  /** The truth store keeps microseconds. */
  Facts put(String subject, Instant value) {
    return put(subject, (Object) value.truncatedTo(ChronoUnit.MICROS));
  }

  /** Empty if the source cannot know. */
  Optional<String> get(String subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  Map<String, String> bySubject() {
    return Collections.unmodifiableMap(bySubject);
  }
}
