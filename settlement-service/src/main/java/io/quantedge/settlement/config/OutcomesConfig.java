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

  /** How many outcomes one SQL transaction settles at most; 1 settles them one by one. */
  @WithDefault("64")
  @Min(1)
  @Max(250)
  int groupSize();

  /** How many rows one SQL transaction writes at most; Aurora DSQL takes 3,000. */
  @WithDefault("2500")
  @Min(1)
  @Max(3_000)
  int groupRows();

  /** How many outcomes are taken from the topic before the first of them is settled. */
  @WithDefault("1024")
  @Min(1)
  @Max(100_000)
  int inFlight();

  /** The pause before an outcome that the store did not take is tried again. */
  @WithDefault("250ms")
  Duration firstPause();

  /** Pauses double up to this. */
  @WithDefault("5s")
  Duration longestPause();
}
