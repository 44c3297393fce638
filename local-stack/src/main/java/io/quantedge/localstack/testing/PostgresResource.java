package io.quantedge.localstack.testing;

import io.quantedge.localstack.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a Quarkus test an empty PostgreSQL: the properties {@code quarkus.datasource.*}. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable LocalPostgres postgres;

  @Override
  public Map<String, String> start() {
    LocalPostgres started = LocalPostgres.start();
    postgres = started;
    return Map.of(
        "quarkus.datasource.reactive.url", started.reactiveUrl(),
        "quarkus.datasource.username", started.username(),
        "quarkus.datasource.password", started.password());
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }
}
