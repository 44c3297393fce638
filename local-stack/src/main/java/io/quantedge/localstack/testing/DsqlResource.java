package io.quantedge.localstack.testing;

import io.quantedge.localstack.LocalDsql;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test an empty local Aurora DSQL: the properties {@code exchange.*.store.*} for
 * the services, {@code test.truth-store.*} for direct looks at PostgreSQL and for the faults, and
 * the credentials as system properties, where the AWS SDK looks for them.
 */
public final class DsqlResource implements QuarkusTestResourceLifecycleManager {
  private static final String ACCESS_KEY_ID = "aws.accessKeyId";
  private static final String SECRET_ACCESS_KEY = "aws.secretAccessKey";

  private final Map<String, Optional<String>> before = new HashMap<>();
  private @Nullable LocalDsql dsql;

  @Override
  public Map<String, String> start() {
    LocalDsql started = LocalDsql.start();
    dsql = started;
    set(ACCESS_KEY_ID, LocalCredentials.DEFAULT.accessKeyId());
    set(SECRET_ACCESS_KEY, LocalCredentials.DEFAULT.secretAccessKey());
    String endpoints =
        started.endpoints().stream()
            .map(endpoint ->
                "%s@%s:%d".formatted(endpoint.region(), endpoint.host(), endpoint.port()))
            .collect(Collectors.joining(","));
    String caFile = started.caFile().toString();
    return Map.of(
        "exchange.settlement.store.endpoints",
        endpoints,
        "exchange.settlement.store.ca-file",
        caFile,
        "exchange.telemetry.store.endpoints",
        endpoints,
        "exchange.telemetry.store.ca-file",
        caFile,
        "test.truth-store.direct-url",
        started.reactiveUrl(),
        "test.truth-store.username",
        started.username(),
        "test.truth-store.password",
        started.password(),
        "test.truth-store.admin-uri",
        started.adminUri().toString());
  }

  private void set(String property, String value) {
    before.put(property, Optional.ofNullable(System.getProperty(property)));
    System.setProperty(property, value);
  }

  @Override
  public void stop() {
    if (dsql != null) {
      dsql.close();
    }
    before.forEach((property, value) ->
        value.ifPresentOrElse(
            old -> System.setProperty(property, old), () -> System.clearProperty(property)));
    before.clear();
  }
}
