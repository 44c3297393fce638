package io.quantedge.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earlier or later of two instants of which one may not be known yet. */
final class Instants {
  private Instants() {}

  static Instant earlier(@Nullable Instant known, Instant candidate) {
    return known == null || candidate.isBefore(known) ? candidate : known;
  }

  static Instant later(@Nullable Instant known, Instant candidate) {
    return known == null || candidate.isAfter(known) ? candidate : known;
  }
}
