package io.quantedge.settlement.testing;

import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.testing.DsqlResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A local Aurora DSQL, and a service that is less patient with it than in production. It stays for
 * all test classes: what they write does not meet.
 */
public final class TruthStoreResource implements QuarkusTestResourceLifecycleManager {
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "exchange.settlement.store.statement-timeout", "2s",
          "exchange.settlement.store.commit-timeout", "2s",
          "exchange.settlement.store.attempt-timeout", "6s",
          "exchange.settlement.store.read-idle-timeout", "10s",
          "exchange.settlement.store.probe-interval", "500ms",
          "exchange.settlement.store.healthy-for", "1s",
          "exchange.settlement.outcomes.longest-pause", "500ms");

  private final DsqlResource dsql = new DsqlResource();

  @Override
  public Map<String, String> start() {
    Map<String, String> properties = new HashMap<>(dsql.start());
    properties.putAll(IMPATIENT);
    properties.put("exchange.settlement.proofs.enabled", "true");
    dsql.inject((part, _) -> {
      if (part instanceof LocalDsql local) {
        properties.put("exchange.settlement.proofs.fault-api", local.adminUri().toString());
      }
    });
    return properties;
  }

  @Override
  public void inject(TestInjector injector) {
    dsql.inject(injector);
  }

  @Override
  public void stop() {
    dsql.stop();
  }
}
