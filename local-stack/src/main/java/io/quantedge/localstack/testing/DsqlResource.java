package io.quantedge.localstack.testing;

import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test an empty local Aurora DSQL: the properties {@code exchange.*.store.*} for
 * the services, {@code test.truth-store.*} for direct looks at PostgreSQL, and to fields of their
 * types the {@link LocalDsql} itself and its {@link DsqlFaults}.
 */
public final class DsqlResource implements QuarkusTestResourceLifecycleManager {
  /** Property with the URL of PostgreSQL itself. */
  public static final String DIRECT_URL = "test.truth-store.direct-url";

  /** Property with the name of a superuser of PostgreSQL itself. */
  public static final String DIRECT_USERNAME = "test.truth-store.username";

  /** Property with that superuser's password. */
  public static final String DIRECT_PASSWORD = "test.truth-store.password";

  private @Nullable LocalDsql dsql;
  private @Nullable DsqlFaults faults;

  @Override
  public Map<String, String> start() {
    LocalDsql started = LocalDsql.start();
    dsql = started;
    faults = new DsqlFaults(started.adminUri());
    String caFile = started.caFile().toString();
    return Map.of(
        "exchange.settlement.store.endpoints",
        started.endpointList(),
        "exchange.settlement.store.ca-file",
        caFile,
        "exchange.telemetry.store.endpoints",
        started.endpointList(),
        "exchange.telemetry.store.ca-file",
        caFile,
        DIRECT_URL,
        started.reactiveUrl(),
        DIRECT_USERNAME,
        started.username(),
        DIRECT_PASSWORD,
        started.password());
  }

  @Override
  public void inject(TestInjector injector) {
    if (dsql != null && faults != null) {
      injector.injectIntoFields(dsql, new TestInjector.MatchesType(LocalDsql.class));
      injector.injectIntoFields(faults, new TestInjector.MatchesType(DsqlFaults.class));
    }
  }

  @Override
  public void stop() {
    if (faults != null) {
      faults.close();
    }
    if (dsql != null) {
      dsql.close();
    }
  }
}
