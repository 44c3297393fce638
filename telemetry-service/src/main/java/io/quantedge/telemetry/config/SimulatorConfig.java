package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Simulated traffic on demand. It is real to the exchange: it opens accounts, sells slots and moves
 * money, so it is off unless a deployment that is there to be played with turns it on.
 */
@ConfigMapping(prefix = "exchange.telemetry.simulator")
public interface SimulatorConfig {
  /** Whether traffic may be started over HTTP. */
  @WithDefault("false")
  boolean enabled();

  /** The highest rate; the traffic shares this process' memory and processors. */
  @WithDefault("2000")
  @Min(1)
  @Max(20_000)
  int maxBidsPerSecond();

  /** The most auctions at a time. */
  @WithDefault("200")
  @Min(1)
  @Max(2_000)
  int maxSlots();

  /** The longest run, in seconds. */
  @WithDefault("3600")
  @Min(1)
  @Max(86_400)
  int maxSeconds();

  /** How many bids may be under way at once. */
  @WithDefault("64")
  @Min(1)
  @Max(1_000)
  int maxInFlight();
}
