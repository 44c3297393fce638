package io.quantedge.settlement.config;

import io.quantedge.dsql.DsqlConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this process talks to the truth store. */
@ConfigMapping(prefix = "exchange.settlement.store")
public interface StoreConfig extends DsqlConfig {
  /** The database role; it may append to the ledger, and neither change nor delete entries. */
  @Override
  @WithDefault("exchange_settlement")
  String role();

  /** How long the readiness check waits for the store. */
  @WithDefault("2s")
  Duration healthTimeout();
}
