package io.quantedge.dsql;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a process talks to Aurora DSQL. A service extends it with a {@code @ConfigMapping} of its own
 * prefix. {@link Dsql} checks the values when it opens.
 */
public interface DsqlConfig {
  /** How a connection proves who it is. */
  enum Authentication {
    /** A signed token for each new connection. */
    IAM,
    /** A fixed password, for a plain PostgreSQL. */
    PASSWORD
  }

  /** Whose key signs tokens. */
  enum Credentials {
    /** The local Aurora DSQL's, known to everybody; it opens nothing elsewhere. */
    LOCAL,
    /** Those that the AWS SDK finds: environment, profile, service account, machine. */
    AWS
  }

  /** How a connection is secured. */
  enum Tls {
    /** TLS with verified certificate and host name. */
    VERIFY_FULL,
    /** Plain TCP, for a plain PostgreSQL on the same machine. */
    OFF
  }

  /** The endpoints of one cluster, {@code region@host:port}, the preferred one first. */
  @WithDefault("us-east-1@localhost:15440,eu-west-1@localhost:15441")
  List<DsqlEndpoint> endpoints();

  /**
   * PEM file of the CA certificates to trust, read for each connection; absent means those of the
   * Java installation.
   */
  Optional<Path> caFile();

  /** The database; Aurora DSQL has this one alone. */
  @WithDefault("postgres")
  String database();

  /** The database role; {@code admin} connects with a token of its own kind. */
  String role();

  /** How a connection proves who it is: IAM or PASSWORD. */
  @WithDefault("IAM")
  Authentication authentication();

  /** Whose key signs tokens: LOCAL or AWS. */
  @WithDefault("LOCAL")
  Credentials credentials();

  /** The password, with PASSWORD only. */
  Optional<String> password();

  /** How a connection is secured: VERIFY_FULL or OFF. */
  @WithDefault("VERIFY_FULL")
  Tls tls();

  /** How long a token is valid; it is checked only when a connection comes about. */
  @WithDefault("15m")
  Duration tokenLifetime();

  /** Connections per endpoint. */
  @WithDefault("12")
  int poolSize();

  /** Attempts that may wait for a connection; more are refused at once. */
  @WithDefault("1000")
  int maxWaiting();

  /** A statement that has no answer by then is given up, and its connection closed. */
  @WithDefault("5s")
  Duration statementTimeout();

  /** A COMMIT that has no answer by then is given up: its outcome is unknown. */
  @WithDefault("5s")
  Duration commitTimeout();

  /** An attempt that has not ended so long after it got a connection is given up. */
  @WithDefault("8s")
  Duration attemptTimeout();

  /** How long an attempt waits for a connection. */
  @WithDefault("5s")
  Duration connectionTimeout();

  /** How long a new connection may take, from TCP to being ready; a cold process needs a second. */
  @WithDefault("4s")
  Duration connectTimeout();

  /** A connection that has read nothing for so long is closed; longer than an attempt. */
  @WithDefault("30s")
  Duration readIdleTimeout();

  /** The least age at which a connection is replaced. */
  @WithDefault("50m")
  Duration connectionLifetime();

  /** A random part of this is added to each lifetime; together less than 60 minutes. */
  @WithDefault("8m")
  Duration connectionLifetimeJitter();

  /** New connections per second, and as many at once; Aurora DSQL takes 100 per cluster. */
  @WithDefault("50")
  int newConnectionsPerSecond();

  /** Prepared statements kept for each connection. */
  @WithDefault("256")
  int preparedStatements();

  /** How a SQL transaction begins; it must give snapshot isolation. */
  @WithDefault("BEGIN ISOLATION LEVEL REPEATABLE READ")
  String begin();

  /** Lost or refused connections in a row that open an endpoint's breaker; silence opens it. */
  @WithDefault("2")
  int failuresToOpen();

  /** How often an endpoint that was given up is probed. */
  @WithDefault("5s")
  Duration probeInterval();

  /** How long a preferred endpoint must be healthy before it is used again. */
  @WithDefault("30s")
  Duration healthyFor();

  /** With every endpoint given up: the pause between attempts that are let through. */
  @WithDefault("500ms")
  Duration trialInterval();
}
