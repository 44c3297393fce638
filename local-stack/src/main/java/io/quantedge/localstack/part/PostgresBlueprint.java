package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.JavaCommand;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL with one role that owns the database. Ready means that it asks a new connection for
 * its password, which it does only after the role exists.
 *
 * @param port port for clients
 * @param data folder of the database cluster; emptied at start
 */
public record PostgresBlueprint(int port, Path data) implements Blueprint {
  /** The database that the exchange uses, named as Aurora DSQL's only one is. */
  public static final String DATABASE = "postgres";

  /** The role that the services connect as. */
  public static final String USER = "exchange";

  /** Its password: a local default, known to everybody who can read this. */
  public static final String PASSWORD = "exchange";

  /**
   * Unpacking the binaries for the first time takes this much; holding the server next to nothing.
   */
  private static final int HEAP_MEBIBYTES = 128;

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
                home.local().resolve("cache").resolve("postgres").toString()))
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
