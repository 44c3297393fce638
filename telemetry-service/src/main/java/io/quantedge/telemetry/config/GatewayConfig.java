package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much telemetry asks of the other services, and how long it waits for them. */
@ConfigMapping(prefix = "exchange.telemetry.gateway")
public interface GatewayConfig {
  /** Milliseconds after which a service counts as silent. */
  @WithDefault("5000")
  @Min(100)
  @Max(60_000)
  int timeoutMillis();

  /** How large an answer may be, in bytes; a larger one is given up. */
  @WithDefault("2097152")
  @Min(1_024)
  @Max(16_777_216)
  int maxAnswerBytes();

  /** How many questions may be under way at once; more are refused. */
  @WithDefault("32")
  @Min(8)
  @Max(1_000)
  int maxInFlight();

  /** How many bids a slot's story shows one by one. */
  @WithDefault("2000")
  @Min(1)
  @Max(20_000)
  int maxBids();

  /** How many open slots a search looks at. */
  @WithDefault("2000")
  @Min(1)
  @Max(20_000)
  int maxOpenSlots();

  /** How many slots of the truth store a search looks at. */
  @WithDefault("500")
  @Min(1)
  @Max(3_000)
  int maxStoredSlots();
}
