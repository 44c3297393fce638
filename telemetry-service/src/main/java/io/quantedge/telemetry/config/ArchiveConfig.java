package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** The archive of conflict events in the truth store. */
@ConfigMapping(prefix = "exchange.telemetry.archive")
public interface ArchiveConfig {
  /** The consumer group whose offsets say what is stored. */
  @WithDefault("telemetry-conflict-archive")
  @NotBlank
  String groupId();

  /** Events written in one transaction; Aurora DSQL takes at most 3,000 rows in one. */
  @WithDefault("500")
  @Min(1)
  @Max(3_000)
  int batchSize();

  /** Milliseconds after which a write counts as failed. */
  @WithDefault("10000")
  @Min(100)
  @Max(60_000)
  int writeTimeoutMillis();

  /** The base of the backoff between failed writes, in milliseconds. */
  @WithDefault("200")
  @Min(1)
  @Max(60_000)
  int backoffBaseMillis();

  /** The cap of the backoff between failed writes, in milliseconds. */
  @WithDefault("10000")
  @Min(1)
  @Max(60_000)
  int backoffCapMillis();
}
