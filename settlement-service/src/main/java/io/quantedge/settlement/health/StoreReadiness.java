package io.quantedge.settlement.health;

import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.dsql.StoreGate;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the schema is in place, and the store answers now. */
@Readiness
@Singleton
class StoreReadiness implements AsyncHealthCheck {
  private static final String NAME = "truth-store";

  private final Pool pool;
  private final StoreGate gate;
  private final StoreConfig config;

  StoreReadiness(Pool pool, StoreGate gate, StoreConfig config) {
    this.pool = pool;
    this.gate = gate;
    this.config = config;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    if (!gate.isOpen()) {
      return Uni.createFrom().item(down("the schema is not in place yet"));
    }
    // The timeout is on the statement alone: a connection that comes after its taker has gone is
    // lost to the pool. The wait for one has its own bound.
    return pool.getConnection()
        .chain(connection ->
            connection
                .query("SELECT 1")
                .execute()
                .ifNoItem()
                .after(config.healthTimeout())
                .fail()
                .eventually(connection::close))
        .map(rows -> HealthCheckResponse.up(NAME))
        .onFailure()
        .recoverWithItem(failure -> down(String.valueOf(failure.getMessage())));
  }

  private static HealthCheckResponse down(String reason) {
    return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
  }
}
