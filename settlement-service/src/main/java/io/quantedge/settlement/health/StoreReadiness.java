package io.quantedge.settlement.health;

import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.dsql.StoreGate;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the schema is in place, and the store answers now. */
@Readiness
@Singleton
class StoreReadiness implements AsyncHealthCheck {
  private static final String NAME = "truth-store";

  private final Dsql dsql;
  private final StoreGate gate;
  private final StoreConfig config;

  StoreReadiness(Dsql dsql, StoreGate gate, StoreConfig config) {
    this.dsql = dsql;
    this.gate = gate;
    this.config = config;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    if (!gate.isOpen()) {
      return Uni.createFrom().item(down("the schema is not in place yet"));
    }
    return dsql.onConnection(connection -> connection.query("SELECT 1").execute())
        .ifNoItem()
        .after(config.healthTimeout())
        .fail()
        .map(rows -> HealthCheckResponse.up(NAME))
        .onFailure()
        .recoverWithItem(failure -> down(String.valueOf(failure.getMessage())));
  }

  private static HealthCheckResponse down(String reason) {
    return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
  }
}
