package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Proofs of the guarantees, which settlement-service runs when telemetry is asked for them. */
@ConfigMapping(prefix = "exchange.telemetry.proofs")
public interface ProofsConfig {
  /** Whether proofs can be asked for here; settlement-service has a switch of its own. */
  @WithDefault("true")
  boolean enabled();

  /** How many runs of one kind may wait. */
  @WithDefault("4")
  @Min(1)
  @Max(100)
  int queueSize();

  /** Seconds that one side of a proof may take. */
  @WithDefault("120")
  @Min(1)
  @Max(600)
  int sideTimeoutSeconds();

  /** The largest answer about one side that is taken, in bytes. */
  @WithDefault("262144")
  @Min(1_024)
  @Max(900_000)
  int maxSideBytes();

  /** Milliseconds to wait for settlement-service to say which proofs it can run. */
  @WithDefault("2000")
  @Min(100)
  @Max(60_000)
  int offerTimeoutMillis();

  /** How often a side is asked for while settlement-service runs another one. */
  @WithDefault("20")
  @Min(1)
  @Max(1_000)
  int busyAttempts();

  /** How often it is tried to store a run that has ended. */
  @WithDefault("8")
  @Min(1)
  @Max(1_000)
  int storeAttempts();

  /** The base of the backoff between attempts of either sort, in milliseconds. */
  @WithDefault("250")
  @Min(1)
  @Max(60_000)
  int backoffBaseMillis();

  /** The cap of that backoff, in milliseconds. */
  @WithDefault("5000")
  @Min(1)
  @Max(60_000)
  int backoffCapMillis();
}
