package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What is read from the truth store: its books now and then, and at start what topics lost. */
@ConfigMapping(prefix = "exchange.telemetry.truth")
public interface TruthConfig {
  /** Seconds between two questions whether the books agree; each adds up the whole ledger. */
  @WithDefault("30")
  @Min(1)
  @Max(86_400)
  int intervalSeconds();

  /** Milliseconds after which a question counts as not answered. */
  @WithDefault("15000")
  @Min(100)
  @Max(300_000)
  int timeoutMillis();

  /** Rows read at once when topics have lost records. */
  @WithDefault("500")
  @Min(1)
  @Max(5_000)
  int pageRows();

  /** Archived conflict events read at most when their topic has lost some. */
  @WithDefault("200000")
  @Min(1)
  @Max(10_000_000)
  int maxConflictEvents();
}
