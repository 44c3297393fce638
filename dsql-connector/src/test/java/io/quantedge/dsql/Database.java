package io.quantedge.dsql;

import io.quantedge.localstack.LocalPostgres;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A PostgreSQL behind links, and a plain connection to it for looking. Not thread-safe. */
final class Database implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(20);

  private final LocalPostgres postgres = LocalPostgres.start();
  private final Vertx vertx = Vertx.vertx();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Dsql direct;

  Database() {
    direct = builder("us-east-1@" + postgres.host() + ":" + postgres.port()).open();
    run("CREATE TABLE notes (id int PRIMARY KEY, text varchar(100))");
  }

  Link link() {
    Link link = new Link(postgres.host(), postgres.port());
    opened.add(link);
    return link;
  }

  /**
   * @param properties names and values, in turns
   */
  Dsql open(DsqlListener listener, String endpoints, String... properties) {
    Dsql dsql = builder(endpoints, properties).listener(listener).open();
    opened.add(dsql);
    return dsql;
  }

  DsqlBuilder builder(String endpoints, String... properties) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "endpoints",
                    endpoints,
                    "role",
                    postgres.username(),
                    "authentication",
                    "PASSWORD",
                    "password",
                    postgres.password(),
                    "tls",
                    "OFF"),
                Stream.of(properties))
            .toArray(String[]::new);
    return Dsql.builder(vertx, Configs.of(all)).clock(Clock.systemUTC());
  }

  String password() {
    return postgres.password();
  }

  void run(String sql) {
    now(running(sql));
  }

  Uni<Void> running(String sql) {
    return direct.onConnection(connection -> connection.query(sql).execute().replaceWithVoid());
  }

  long count(String what) {
    return now(
        direct.onConnection(connection ->
            connection
                .query("SELECT count(*) FROM " + what)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))));
  }

  static Function<SqlConnection, Uni<Integer>> inserting(int id) {
    return connection ->
        connection
            .query("INSERT INTO notes VALUES (" + id + ", 'x')")
            .execute()
            .map(rows -> rows.rowCount());
  }

  static <T> T now(Uni<T> work) {
    return work.await().atMost(SOON);
  }

  /** Why the work fails. */
  static DsqlFailure failureOf(Uni<?> work) {
    try {
      work.await().atMost(SOON);
    } catch (DsqlException failed) {
      return failed.failure();
    }
    throw new AssertionError("the work did not fail");
  }

  /** Closes everything but the database itself. */
  void tidy() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
    opened.clear();
  }

  @Override
  public void close() throws Exception {
    tidy();
    direct.close();
    vertx.closeAndAwait();
    postgres.close();
  }
}
