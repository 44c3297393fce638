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
    return Map.ofEntries(
        Map.entry("exchange.settlement.store.endpoints", "us-east-1@127.0.0.1:" + inFront.port()),
        Map.entry("exchange.settlement.store.authentication", "PASSWORD"),
        Map.entry("exchange.settlement.store.tls", "OFF"),
        Map.entry("exchange.settlement.store.password", started.password()),
        Map.entry("exchange.settlement.store.role", started.username()),
        Map.entry("exchange.settlement.schema.role", started.username()),
        Map.entry(DIRECT_URL, started.reactiveUrl()),
        Map.entry("quarkus.datasource.username", started.username()),
        Map.entry("quarkus.datasource.password", started.password()),
        Map.entry("exchange.settlement.store.attempt-timeout", "3s"),
        Map.entry("exchange.settlement.store.statement-timeout", "2s"),
        Map.entry("exchange.settlement.store.commit-timeout", "2s"),
        Map.entry("exchange.settlement.store.read-idle-timeout", "6s"),
        Map.entry("exchange.settlement.outcomes.longest-pause", "500ms"));
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
