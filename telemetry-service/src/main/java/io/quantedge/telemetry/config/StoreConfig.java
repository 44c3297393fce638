package io.quantedge.telemetry.config;

import io.quantedge.dsql.DsqlConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this process talks to the truth store. */
@ConfigMapping(prefix = "exchange.telemetry.store")
public interface StoreConfig extends DsqlConfig {
  /** The database role; it may append to what telemetry keeps, and read it. */
  @Override
  @WithDefault("exchange_telemetry")
  String role();

  /** Connections per endpoint. */
  @Override
  @WithDefault("3")
  int poolSize();
}
