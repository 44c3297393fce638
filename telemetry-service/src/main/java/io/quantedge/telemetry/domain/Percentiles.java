package io.quantedge.telemetry.domain;

import org.jspecify.annotations.Nullable;

/**
 * Milliseconds by nearest rank over the newest of a kind; null without a sample, because zero would
 * be a claim.
 */
public record Percentiles(
    @Nullable Long p50Millis, @Nullable Long p95Millis, @Nullable Long p99Millis) {
  static final Percentiles UNKNOWN = new Percentiles(null, null, null);

  static Percentiles of(LatencySample sample) {
    if (sample.size() == 0) {
      return UNKNOWN;
    }
    long[] percentiles = sample.percentiles(50, 95, 99);
    return new Percentiles(percentiles[0], percentiles[1], percentiles[2]);
  }
}
