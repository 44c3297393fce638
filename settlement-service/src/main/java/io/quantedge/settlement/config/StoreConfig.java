package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How this process talks to the truth store; its address is Quarkus' data source. */
@ConfigMapping(prefix = "exchange.settlement.store")
public interface StoreConfig {
  /**
   * How a SQL transaction begins. It must give snapshot isolation: PostgreSQL has to be asked for
   * it, Aurora DSQL has nothing else and takes a plain {@code BEGIN}.
   */
  @WithDefault("BEGIN ISOLATION LEVEL REPEATABLE READ")
  @NotBlank
  String begin();

  /** The region of the store's endpoint, for conflict telemetry. */
  @WithDefault("us-east-1")
  @NotBlank
  String region();

  /** An attempt that has not ended by then is given up. */
  @WithDefault("8s")
  Duration attemptTimeout();

  /** How long an attempt waits for a connection of the pool. */
  @WithDefault("3s")
  Duration connectionTimeout();

  /** How long a TCP connection may take to come about. */
  @WithDefault("2s")
  Duration connectTimeout();

  /**
   * A connection that has read nothing for so long is closed. It is the only thing that frees a
   * connection whose peer is gone, and must be longer than {@link #attemptTimeout}.
   */
  @WithDefault("30s")
  Duration readIdleTimeout();

  /** How long the readiness check waits for the store. */
  @WithDefault("2s")
  Duration healthTimeout();
}
