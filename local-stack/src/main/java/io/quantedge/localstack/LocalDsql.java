package io.quantedge.localstack;

import io.quantedge.localstack.dsql.DsqlOptions;
import io.quantedge.localstack.dsql.access.LocalCredentials;
import io.quantedge.localstack.dsql.access.LocalTokens;
import io.quantedge.localstack.part.DsqlBlueprint;
import io.quantedge.localstack.part.PartFailedException;
import io.quantedge.localstack.part.PostgresBlueprint;
import io.quantedge.localstack.part.Postmaster;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A local Aurora DSQL with an empty database, for tests: its endpoints, its faults and the
 * PostgreSQL behind it, which can be killed and started again. It ends with {@link #close}, and
 * with the JVM that started it at the latest. Thread-safe.
 */
public final class LocalDsql implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;
  private static final int PORTS = 4;

  private final Path folder;
  private final PostgresBlueprint postgresBlueprint;
  private final DsqlBlueprint dsqlBlueprint;
  private final RunningPart dsql;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "stop-local-dsql");
  private RunningPart postgres;

  /**
   * An endpoint.
   *
   * @param region its region
   * @param host the name that its certificate is made for
   * @param port its port
   */
  public record Endpoint(String region, String host, int port) {}

  private LocalDsql(Path folder, List<Integer> ports, UnaryOperator<DsqlBlueprint> change)
      throws IOException {
    this.folder = folder;
    this.postgresBlueprint = new PostgresBlueprint(ports.getFirst(), folder.resolve("data"), true);
    this.dsqlBlueprint =
        change.apply(
            DsqlBlueprint.of(
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.getFirst(),
                folder.resolve("identity")));
    ExchangeHome home = ExchangeHome.find();
    this.postgres = RunningPart.start(postgresBlueprint, home, folder.resolve("postgres.log"));
    this.dsql = RunningPart.start(dsqlBlueprint, home, folder.resolve("dsql.log"));
  }

  /**
   * Starts it on free ports; returns when it takes connections.
   *
   * @throws PartFailedException if it does not start
   */
  public static LocalDsql start() {
    return start(UnaryOperator.identity());
  }

  /**
   * Starts it with connections that live as long as this.
   *
   * @throws PartFailedException if it does not start
   */
  public static LocalDsql startWithLifetime(Duration lifetime) {
    return start(blueprint -> blueprint.withLifetime(lifetime));
  }

  private static LocalDsql start(UnaryOperator<DsqlBlueprint> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(change);
      } catch (PartFailedException e) {
        // Another process may have taken a port that was free.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start a local Aurora DSQL", e);
      }
    }
  }

  private static LocalDsql attempt(UnaryOperator<DsqlBlueprint> change) throws IOException {
    LocalDsql local =
        new LocalDsql(Files.createTempDirectory("exchange-dsql-"), Ports.free(PORTS), change);
    Runtime.getRuntime().addShutdownHook(local.hook);
    boolean ready = false;
    try {
      awaitReady(local.postgres);
      awaitReady(local.dsql);
      ready = true;
      return local;
    } finally {
      if (!ready) {
        local.close();
      }
    }
  }

  private static void awaitReady(RunningPart part) {
    try {
      part.awaitReady(START_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting " + part.blueprint().name(), e);
    }
  }

  /** The endpoints, the preferred one first. */
  public List<Endpoint> endpoints() {
    return dsqlBlueprint.endpoints().entrySet().stream()
        .map(entry -> new Endpoint(entry.getKey(), DsqlOptions.HOST, entry.getValue()))
        .toList();
  }

  /** The endpoints as the services are configured: {@code region@host:port}, with commas. */
  public String endpointList() {
    return dsqlBlueprint.endpointList();
  }

  /** Certificate of the authority that signed the endpoints' one; PEM. */
  public Path caFile() {
    return dsqlBlueprint.caFile();
  }

  /** Base of the admin API. */
  public URI adminUri() {
    return URI.create("http://%s:%d".formatted(Ports.LOOPBACK, dsqlBlueprint.adminPort()));
  }

  /** A token that opens connections of the role at the region's endpoint for 15 minutes. */
  public String token(String region, String role) {
    return new LocalTokens(LocalCredentials.DEFAULT, Clock.systemUTC())
        .token(DsqlOptions.HOST, region, role);
  }

  /** Where PostgreSQL itself listens, for direct looks. */
  public String host() {
    return Ports.LOOPBACK;
  }

  /** Port of PostgreSQL itself. */
  public int port() {
    return postgresBlueprint.port();
  }

  /** Name of the database. */
  public String database() {
    return PostgresBlueprint.DATABASE;
  }

  /** A superuser of PostgreSQL itself. */
  public String username() {
    return PostgresBlueprint.USER;
  }

  /** The superuser's password. */
  public String password() {
    return PostgresBlueprint.PASSWORD;
  }

  /** URL of PostgreSQL itself for the reactive client, without user and password. */
  public String reactiveUrl() {
    return "postgresql://%s:%d/%s".formatted(host(), port(), database());
  }

  /** Process id of the proxy. */
  public long pid() {
    return dsql.process().pid();
  }

  /** Ends PostgreSQL with SIGKILL, as a crash would. The data stays. */
  public synchronized void killPostgres() {
    List<ProcessHandle> server =
        Postmaster.in(postgresBlueprint.data()).map(Postmaster::process).stream()
            .flatMap(process ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(process), process.descendants()))
            .toList();
    server.forEach(ProcessHandle::destroyForcibly);
    postgres.process().kill();
    Processes.awaitEnd(server, KILL_LIMIT);
  }

  /**
   * Starts PostgreSQL again with its data; returns when it takes connections.
   *
   * @throws PartFailedException if it does not start
   */
  public synchronized void restartPostgres() {
    postgres.stop();
    try {
      postgres =
          RunningPart.start(postgresBlueprint, ExchangeHome.find(), folder.resolve("postgres.log"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start PostgreSQL again", e);
    }
    awaitReady(postgres);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook with it.
    }
  }

  private void end() {
    if (closed.compareAndSet(false, true)) {
      dsql.stop();
      synchronized (this) {
        postgres.stop();
      }
      Folders.deleteQuietly(folder);
    }
  }
}
