package io.quantedge.settlement.testing;

import io.quantedge.localstack.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL behind a {@link FaultyLink}, which it hands to the tests that want it. */
public final class TruthStoreResource implements QuarkusTestResourceLifecycleManager {
  static final String DIRECT_URL = "test.truth-store.direct-url";

  private @Nullable LocalPostgres postgres;
  private @Nullable FaultyLink link;

  @Override
  public Map<String, String> start() {
    LocalPostgres started = LocalPostgres.start();
    FaultyLink inFront = new FaultyLink(started.host(), started.port());
    postgres = started;
    link = inFront;
    return Map.of(
        "quarkus.datasource.reactive.url",
        "postgresql://127.0.0.1:" + inFront.port() + "/" + started.database(),
        "quarkus.datasource.username",
        started.username(),
        "quarkus.datasource.password",
        started.password(),
        DIRECT_URL,
        started.reactiveUrl(),
        "exchange.settlement.store.attempt-timeout",
        "3s",
        "exchange.settlement.store.read-idle-timeout",
        "6s",
        "exchange.settlement.outcomes.longest-pause",
        "500ms");
  }

  @Override
  public void inject(TestInjector injector) {
    if (link != null) {
      injector.injectIntoFields(link, new TestInjector.MatchesType(FaultyLink.class));
    }
  }

  @Override
  public void stop() {
    if (link != null) {
      link.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
