package io.quantedge.evaluator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** How the instances of this service find and ask each other. */
@ConfigMapping(prefix = "exchange.evaluator")
public interface PeerConfig {
  /** Where the other instances reach this one's HTTP port, as host:port. */
  @NotBlank
  @WithDefault("127.0.0.1:${quarkus.http.port}")
  String advertisedAddress();

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
