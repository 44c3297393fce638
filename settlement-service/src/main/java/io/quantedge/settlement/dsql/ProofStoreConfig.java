package io.quantedge.settlement.dsql;

import io.quantedge.dsql.DsqlConfig;
import io.quantedge.dsql.DsqlEndpoint;
import io.quantedge.settlement.application.proof.Grounds.Network;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The exchange's own way to the truth store, with as many connections and as much patience as a
 * proof needs. Immutable.
 *
 * @param connections for each endpoint
 */
record ProofStoreConfig(DsqlConfig exchange, int connections, Network network)
    implements DsqlConfig {
  /** Two hundred TLS handshakes at once take their time on a small machine. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  /** Aurora DSQL takes 100 new connections a second, and a burst of 1,000. */
  private static final int NEW_CONNECTIONS_PER_SECOND = 100;

  private static final Duration SOON = Duration.ofSeconds(1);

  @Override
  public List<DsqlEndpoint> endpoints() {
    return network == Network.IMPATIENT_WITHOUT_SECOND
        ? List.of(exchange.endpoints().getFirst())
        : exchange.endpoints();
  }

  @Override
  public Optional<Path> caFile() {
    return exchange.caFile();
  }

  @Override
  public String database() {
    return exchange.database();
  }

  @Override
  public String role() {
    return exchange.role();
  }

  @Override
  public Authentication authentication() {
    return exchange.authentication();
  }

  @Override
  public Credentials credentials() {
    return exchange.credentials();
  }

  @Override
  public Optional<String> password() {
    return exchange.password();
  }

  @Override
  public Tls tls() {
    return exchange.tls();
  }

  @Override
  public Duration tokenLifetime() {
    return exchange.tokenLifetime();
  }

  @Override
  public int poolSize() {
    return connections;
  }

  @Override
  public int maxWaiting() {
    return exchange.maxWaiting();
  }

  @Override
  public Duration statementTimeout() {
    return isPatient() ? PATIENT : SOON;
  }

  @Override
  public Duration commitTimeout() {
    return isPatient() ? PATIENT : SOON;
  }

  @Override
  public Duration attemptTimeout() {
    return statementTimeout().multipliedBy(2);
  }

  @Override
  public Duration connectionTimeout() {
    return isPatient() ? PATIENT : SOON.multipliedBy(3);
  }

  @Override
  public Duration connectTimeout() {
    return isPatient() ? PATIENT : SOON.multipliedBy(2);
  }

  @Override
  public Duration readIdleTimeout() {
    return attemptTimeout().multipliedBy(2);
  }

  @Override
  public Duration connectionLifetime() {
    return exchange.connectionLifetime();
  }

  @Override
  public Duration connectionLifetimeJitter() {
    return exchange.connectionLifetimeJitter();
  }

  @Override
  public int newConnectionsPerSecond() {
    return NEW_CONNECTIONS_PER_SECOND;
  }

  @Override
  public int preparedStatements() {
    return exchange.preparedStatements();
  }

  @Override
  public String begin() {
    return exchange.begin();
  }

  @Override
  public int failuresToOpen() {
    return exchange.failuresToOpen();
  }

  @Override
  public Duration probeInterval() {
    return exchange.probeInterval();
  }

  @Override
  public Duration healthyFor() {
    return exchange.healthyFor();
  }

  @Override
  public Duration trialInterval() {
    return exchange.trialInterval();
  }

  private boolean isPatient() {
    return network == Network.PATIENT;
  }
}
