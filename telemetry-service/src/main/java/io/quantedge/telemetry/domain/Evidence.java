package io.quantedge.telemetry.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a group of figures rests on, so that a reader can judge it.
 *
 * @param kind measured or derived
 * @param sampleSize how many things were counted, zero or more
 * @param newestAt when the newest of them happened; null if there was none
 * @param ageSeconds how long ago that was, zero or more; null if there was none
 */
public record Evidence(
    Kind kind, long sampleSize, @Nullable Instant newestAt, @Nullable Double ageSeconds) {

  static Evidence of(Kind kind, long sampleSize, @Nullable Instant newestAt, Instant now) {
    return new Evidence(kind, sampleSize, newestAt, ageSeconds(newestAt, now));
  }

  /** In tenths of a second. Another machine's clock may be ahead of ours: never below zero. */
  private static @Nullable Double ageSeconds(@Nullable Instant newestAt, Instant now) {
    return newestAt == null
        ? null
        : Math.max(0, Duration.between(newestAt, now).toMillis() / 100) / 10.0;
  }
}
