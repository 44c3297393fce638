package io.quantedge.localstack.dsql;

import io.quantedge.localstack.dsql.backend.Upstream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What a local Aurora DSQL is made of. Immutable.
 *
 * @param upstream the PostgreSQL server behind it
 * @param endpoints port of each regional endpoint, by region, in the order of preference
 * @param adminPort port of the admin API
 * @param identityFolder where the certificates are made
 * @param lifetime of a connection
 */
public record DsqlOptions(
    Upstream upstream,
    Map<String, Integer> endpoints,
    int adminPort,
    Path identityFolder,
    Duration lifetime) {
  /** The name that the certificate is made for and that clients connect to. */
  public static final String HOST = "localhost";

  /** Lifetime of a connection to the real one. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(60);
}
