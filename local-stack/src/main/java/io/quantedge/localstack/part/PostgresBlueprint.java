package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL with the roles that a local Aurora DSQL starts from. Ready means that it asks a new
 * connection for its password, which it does only after the role exists.
 *
 * @param port port for clients
 * @param data folder of the database cluster
 * @param keepsData whether data that is there is kept; else the folder is emptied at start
 */
public record PostgresBlueprint(int port, Path data, boolean keepsData) implements Blueprint {
  /** The database that the exchange uses, named as Aurora DSQL's only one is. */
  public static final String DATABASE = "postgres";

  /** A superuser, for direct looks and for the local Aurora DSQL, which takes on other roles. */
  public static final String USER = "exchange";

  /**
   * The role that Aurora DSQL has from the start: it makes tables and roles. No password opens it.
   */
  public static final String ADMIN = "admin";

  /** Its password: a local default, known to everybody who can read this. */
  public static final String PASSWORD = "exchange";

  /**
   * Unpacking the binaries for the first time takes this much; holding the server next to nothing.
   */
  private static final int HEAP_MEBIBYTES = 128;

  /** A server whose data goes with it. */
  public PostgresBlueprint(int port, Path data) {
    this(port, data, false);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public List<Integer> ports() {
    return List.of(port);
  }

  @Override
  public List<String> command(ExchangeHome home) {
    return new JavaCommand(
            JvmOptions.ofStore(HEAP_MEBIBYTES),
            home.partsClasspath(),
            PostgresPart.class.getName(),
            List.of(
                Integer.toString(port),
                data.toString(),
                home.local().resolve("cache").resolve("postgres").toString(),
                Boolean.toString(keepsData)))
        .words();
  }

  @Override
  public boolean isReady() {
    return PostgresProbe.asksForPassword(port, USER, DATABASE);
  }

  /** Ends a postmaster whose JVM was killed. */
  @Override
  public void cleanUp() {
    Postmaster.in(data).ifPresent(Postmaster::end);
  }
}
