package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The live stream of server-sent events. */
@ConfigMapping(prefix = "exchange.telemetry.live")
public interface LiveConfig {
  /** Milliseconds between frames; also between samples of the time series. */
  @WithDefault("1000")
  @Min(100)
  @Max(60_000)
  int intervalMillis();

  /** Milliseconds between signs of life. */
  @WithDefault("10000")
  @Min(100)
  @Max(60_000)
  int heartbeatMillis();

  /** How many may watch at once. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int maxWatchers();
}
