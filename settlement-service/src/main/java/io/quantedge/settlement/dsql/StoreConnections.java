package io.quantedge.settlement.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.dsql.DsqlListener;
import io.quantedge.settlement.config.SchemaConfig;
import io.quantedge.settlement.config.StoreConfig;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Opens the truth store: for the service's own role as long as the process lives, and for the
 * schema's owner as long as somebody needs it.
 */
@Singleton
class StoreConnections {
  private final Vertx vertx;
  private final StoreConfig store;
  private final SchemaConfig schema;
  private final DsqlListener listener;
  private final Clock clock;

  StoreConnections(
      Vertx vertx, StoreConfig store, SchemaConfig schema, DsqlListener listener, Clock clock) {
    this.vertx = vertx;
    this.store = store;
    this.schema = schema;
    this.listener = listener;
    this.clock = clock;
  }

  @Produces
  @Singleton
  Dsql ofService() {
    return Dsql.builder(vertx, store).listener(listener).clock(clock).open();
  }

  void close(@Disposes Dsql dsql) {
    dsql.close();
  }

  /** As the role that owns the tables; the caller closes it. */
  Dsql ofOwner() {
    return Dsql.builder(vertx, store).role(schema.role()).clock(clock).open();
  }
}
