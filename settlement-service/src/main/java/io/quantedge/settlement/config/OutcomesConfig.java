package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How outcomes are taken from their topic. */
@ConfigMapping(prefix = "exchange.settlement.outcomes")
public interface OutcomesConfig {
  /** How many outcomes are settled at a time; outcomes of one buyer keep their order. */
  @WithDefault("6")
  @Min(1)
  @Max(64)
  int lanes();

  /** The pause before an outcome that the store did not take is tried again. */
  @WithDefault("250ms")
  Duration firstPause();

  /** Pauses double up to this. */
  @WithDefault("5s")
  Duration longestPause();
}
