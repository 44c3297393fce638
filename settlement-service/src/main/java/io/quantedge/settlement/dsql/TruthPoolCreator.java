package io.quantedge.settlement.dsql;

import io.quantedge.settlement.config.StoreConfig;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sets what Quarkus' configuration cannot: without a read-idle timeout a connection whose peer went
 * silent stays in the pool's count for ever, and without a connection timeout its users wait as
 * long.
 */
@Singleton
class TruthPoolCreator implements PgPoolCreator {
  private final StoreConfig config;

  TruthPoolCreator(StoreConfig config) {
    this.config = config;
  }

  @Override
  public Pool create(Input input) {
    PoolOptions options =
        new PoolOptions(input.poolOptions())
            .setConnectionTimeout((int) config.connectionTimeout().toMillis())
            .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    List<SqlConnectOptions> servers =
        input.pgConnectOptionsList().stream().<SqlConnectOptions>map(this::bounded).toList();
    return PgBuilder.pool().with(options).connectingTo(servers).using(input.vertx()).build();
  }

  private PgConnectOptions bounded(PgConnectOptions server) {
    PgConnectOptions options = new PgConnectOptions(server);
    options.setConnectTimeout((int) config.connectTimeout().toMillis());
    options.setReadIdleTimeout((int) config.readIdleTimeout().toMillis());
    options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    return options;
  }
}
