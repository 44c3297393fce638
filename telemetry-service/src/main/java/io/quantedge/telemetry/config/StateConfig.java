package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much of what the topics say is kept in memory. */
@ConfigMapping(prefix = "exchange.telemetry.state")
public interface StateConfig {
  /** Slots kept with their details, per topic. */
  @WithDefault("10000")
  @Min(1)
  @Max(100_000)
  int maxSlots();

  /** Operations on the truth store kept with their attempts. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int maxOperations();

  /** Retired slots or operations whose repeats are still recognised; up to 32 bytes each. */
  @WithDefault("200000")
  @Min(1)
  @Max(10_000_000)
  int rememberedKeys();

  /** The newest latencies of a kind of which percentiles are made. */
  @WithDefault("2000")
  @Min(1)
  @Max(100_000)
  int latencySamples();

  /** Timelines of contended operations in a report. */
  @WithDefault("30")
  @Min(1)
  @Max(1_000)
  int recentOperations();

  /** Slots in a report. */
  @WithDefault("50")
  @Min(1)
  @Max(1_000)
  int recentSlots();

  /** Seconds of time series for rates and charts. */
  @WithDefault("300")
  @Min(12)
  @Max(3_600)
  int historySeconds();
}
