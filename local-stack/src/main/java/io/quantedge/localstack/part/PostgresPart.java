package io.quantedge.localstack.part;

import static io.quantedge.localstack.part.PostgresBlueprint.ADMIN;
import static io.quantedge.localstack.part.PostgresBlueprint.DATABASE;
import static io.quantedge.localstack.part.PostgresBlueprint.PASSWORD;
import static io.quantedge.localstack.part.PostgresBlueprint.USER;

import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.process.Processes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Main class of the JVM that starts PostgreSQL, holds it and stops it. */
public final class PostgresPart {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final long STOP_WHILE_STARTING_SECONDS = 10;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", Ports.LOOPBACK),
          Map.entry("unix_socket_directories", ""),
          // The data is thrown away with the stack; commits still wait for their turn.
          Map.entry("fsync", "off"),
          Map.entry("synchronous_commit", "on"),
          // One for each client of the local Aurora DSQL, and some.
          Map.entry("max_connections", "250"),
          Map.entry("shared_buffers", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("autovacuum_worker_slots", "1"),
          Map.entry("autovacuum_max_workers", "1"),
          Map.entry("max_worker_processes", "2"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("io_method", "sync"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"));

  private PostgresPart() {}

  /**
   * @param args client port, data folder, folder for the unpacked binaries, and whether data that
   *     is there is kept
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Path data = Path.of(args[1]);
    // The library leaves scripts and folders in the temporary folder; this one is thrown away.
    Path temporary = Files.createDirectories(data.resolveSibling("postgres-tmp"));
    System.setProperty("java.io.tmpdir", temporary.toString());
    Path binaries = Files.createDirectories(Path.of(args[2]));
    boolean kept = Boolean.parseBoolean(args[3]) && Files.exists(data.resolve("PG_VERSION"));
    CompletableFuture<EmbeddedPostgres> starting = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting, data), "stop-postgres"));
    try {
      if (kept) {
        trustLocalConnections(data);
        forgetTheDead(data);
      }
      EmbeddedPostgres postgres = start(port, data, binaries, kept);
      starting.complete(postgres);
      if (!kept) {
        createRoles(postgres);
      }
      requirePasswords(postgres, data);
    } catch (IOException | SQLException | RuntimeException e) {
      starting.completeExceptionally(e);
      throw e;
    }
    System.out.printf("postgres serves port=%d%n", port);
    new CountDownLatch(1).await();
  }

  /**
   * After a crash the file names a process that is gone. Where nobody reaps orphans it stays as a
   * zombie, which PostgreSQL takes for alive.
   */
  private static void forgetTheDead(Path data) throws IOException {
    if (Postmaster.in(data).map(Postmaster::process).filter(Processes::isRunning).isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
  }

  private static EmbeddedPostgres start(int port, Path data, Path binaries, boolean kept)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setCleanDataDirectory(!kept)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_LIMIT)
            .setErrorRedirector(ProcessBuilder.Redirect.INHERIT)
            .setOutputRedirector(ProcessBuilder.Redirect.INHERIT);
    if (!kept) {
      builder.setDataDirectoryCustomizer(folder -> writeSettings(folder.toPath()));
    }
    SETTINGS.forEach(builder::setServerConfig);
    EmbeddedPostgres postgres = builder.start();
    // The library opens the folder of its programs to everybody.
    Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
    return postgres;
  }

  /** The command line says the same; without the file, every reload would complain about that. */
  private static void writeSettings(Path data) {
    String lines =
        SETTINGS.entrySet().stream()
            .map(setting -> "%s = '%s'%n".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    try {
      Files.writeString(data.resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One role for the proxy, which takes on all others, and the one that Aurora DSQL has. */
  private static void createRoles(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE %s SUPERUSER LOGIN PASSWORD '%s'".formatted(USER, PASSWORD));
      statement.execute("CREATE ROLE %s CREATEROLE LOGIN".formatted(ADMIN));
      statement.execute("ALTER DATABASE %s OWNER TO %s".formatted(DATABASE, ADMIN));
      statement.execute("ALTER SCHEMA public OWNER TO " + ADMIN);
    }
  }

  /** As a new server does; the library asks without a password whether it has started. */
  private static void trustLocalConnections(Path data) throws IOException {
    Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
  }

  /** The embedded server trusts every local connection; from here on it trusts none. */
  private static void requirePasswords(EmbeddedPostgres postgres, Path data)
      throws IOException, SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      Files.writeString(
          data.resolve("pg_hba.conf"),
          "host %s %s 127.0.0.1/32 scram-sha-256%n".formatted(DATABASE, USER));
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private static void stop(CompletableFuture<EmbeddedPostgres> starting, Path data) {
    try {
      starting.get(STOP_WHILE_STARTING_SECONDS, TimeUnit.SECONDS).close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      System.err.println("postgres did not stop cleanly: " + e);
    } finally {
      Postmaster.in(data).ifPresent(Postmaster::end);
    }
  }
}
