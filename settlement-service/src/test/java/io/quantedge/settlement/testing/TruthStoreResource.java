package io.quantedge.settlement.testing;

import io.quantedge.localstack.DsqlFaults;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A local Aurora DSQL, which it hands with its faults to the tests that want them. It stays for all
 * test classes: what they write does not meet.
 */
public final class TruthStoreResource implements QuarkusTestResourceLifecycleManager {
  static final String DIRECT_URL = "test.truth-store.direct-url";
  static final String DIRECT_USERNAME = "test.truth-store.username";
  static final String DIRECT_PASSWORD = "test.truth-store.password";
  private static final String STORE = "exchange.settlement.store.";

  private @Nullable LocalDsql dsql;
  private @Nullable DsqlFaults faults;

  @Override
  public Map<String, String> start() {
    LocalDsql started = LocalDsql.start();
    dsql = started;
    faults = new DsqlFaults(started.adminUri());
    // Where the AWS SDK looks first.
    System.setProperty("aws.accessKeyId", LocalCredentials.DEFAULT.accessKeyId());
    System.setProperty("aws.secretAccessKey", LocalCredentials.DEFAULT.secretAccessKey());
    return Map.ofEntries(
        Map.entry(STORE + "endpoints", endpoints(started)),
        Map.entry(STORE + "ca-file", started.caFile().toString()),
        Map.entry(STORE + "statement-timeout", "2s"),
        Map.entry(STORE + "commit-timeout", "2s"),
        Map.entry(STORE + "attempt-timeout", "6s"),
        Map.entry(STORE + "read-idle-timeout", "10s"),
        Map.entry(STORE + "probe-interval", "500ms"),
        Map.entry(STORE + "healthy-for", "1s"),
        Map.entry("exchange.settlement.outcomes.longest-pause", "500ms"),
        Map.entry(DIRECT_URL, started.reactiveUrl()),
        Map.entry(DIRECT_USERNAME, started.username()),
        Map.entry(DIRECT_PASSWORD, started.password()));
  }

  private static String endpoints(LocalDsql dsql) {
    return dsql.endpoints().stream()
        .map(endpoint -> endpoint.region() + "@" + endpoint.host() + ":" + endpoint.port())
        .collect(Collectors.joining(","));
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
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (faults != null) {
      faults.close();
    }
    if (dsql != null) {
      dsql.close();
    }
  }
}
