package io.quantedge.evaluator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the instances of this service find and ask each other. */
@ConfigMapping(prefix = "exchange.evaluator")
public interface PeerConfig {
  /** How long it is remembered which instance owns which slots. */
  @Min(1)
  @Max(60_000)
  @WithDefault("1000")
  int ownersMaxAgeMillis();

  /** How long the broker may take to say who owns which slots. */
  @Min(1)
  @Max(60_000)
  @WithDefault("2000")
  int ownersTimeoutMillis();

  /** How long connecting to another instance may take. */
  @Min(1)
  @Max(60_000)
  @WithDefault("500")
  int peerConnectTimeoutMillis();

  /** How long another instance may take to answer. */
  @Min(1)
  @Max(60_000)
  @WithDefault("2000")
  int peerTimeoutMillis();
}
