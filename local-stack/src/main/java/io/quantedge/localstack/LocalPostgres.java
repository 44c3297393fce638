package io.quantedge.localstack;

import io.quantedge.localstack.part.PostgresBlueprint;
import io.quantedge.localstack.process.Ports;
import java.nio.file.Path;

/**
 * A real PostgreSQL server, empty, for tests. It ends with {@link #close}, and with the JVM that
 * started it at the latest. Thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {
  private final TemporaryPart part;

  private LocalPostgres(TemporaryPart part) {
    this.part = part;
  }

  /**
   * Starts it on a free port; returns when it takes connections.
   *
   * @throws io.quantedge.localstack.part.PartFailedException if it does not start
   */
  public static LocalPostgres start() {
    return new LocalPostgres(
        TemporaryPart.start(
            "postgres", 1, (ports, data) -> new PostgresBlueprint(ports.getFirst(), data)));
  }

  /** Address that it listens on. */
  public String host() {
    return Ports.LOOPBACK;
  }

  /** Port that it listens on. */
  public int port() {
    return part.port();
  }

  /** Name of the database. */
  public String database() {
    return PostgresBlueprint.DATABASE;
  }

  /** Role that owns the database. */
  public String username() {
    return PostgresBlueprint.USER;
  }

  /** Password of the role. */
  public String password() {
    return PostgresBlueprint.PASSWORD;
  }

  /** URL for JDBC, without user and password. */
  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  /** URL for the reactive client, without user and password. */
  public String reactiveUrl() {
    return "postgresql://%s:%d/%s".formatted(host(), port(), database());
  }

  /** The folder of the database cluster. */
  Path data() {
    return part.data();
  }

  /** Process id of the JVM that holds the server. */
  public long pid() {
    return part.pid();
  }

  @Override
  public void close() {
    part.close();
  }
}
