package io.quantedge.localstack.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.LocalDsql;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client that the services use, with its pipelining and its prepared statements. */
@Timeout(120)
class VertxClientIT {
  private static LocalDsql dsql;
  private static Vertx vertx;
  private final List<PgConnection> connections = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    dsql = LocalDsql.start();
    vertx = Vertx.vertx();
    PgConnection admin = wait(PgConnection.connect(vertx, options(false)));
    wait(
        admin
            .query("CREATE TABLE entries (id uuid PRIMARY KEY, n int, amount numeric(18,4))")
            .execute());
    wait(admin.close());
  }

  @AfterAll
  static void stop() throws Exception {
    wait(vertx.close());
    dsql.close();
  }

  @BeforeEach
  void empty() throws Exception {
    wait(connect(false).query("DELETE FROM entries").execute());
  }

  @AfterEach
  void closeConnections() throws Exception {
    for (PgConnection connection : connections) {
      wait(connection.close());
    }
  }

  private static PgConnectOptions options(boolean cached) {
    LocalDsql.Endpoint endpoint = dsql.endpoints().getFirst();
    PgConnectOptions options = new PgConnectOptions();
    options
        .setHost(endpoint.host())
        .setPort(endpoint.port())
        .setDatabase("postgres")
        .setUser("admin")
        .setPassword(dsql.token(endpoint.region(), "admin"))
        .setPipeliningLimit(64)
        .setSslMode(SslMode.VERIFY_FULL)
        .setHostnameVerificationAlgorithm("HTTPS")
        .setTrustOptions(new PemTrustOptions().addCertPath(dsql.caFile().toString()));
    options.setCachePreparedStatements(cached);
    return options;
  }

  private PgConnection connect(boolean cached) throws Exception {
    PgConnection connection = wait(PgConnection.connect(vertx, options(cached)));
    connections.add(connection);
    return connection;
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static String stateOf(Future<?> future) throws Exception {
    try {
      wait(future);
      return "";
    } catch (ExecutionException e) {
      PgException cause = (PgException) Objects.requireNonNull(e.getCause());
      return cause.getSqlState() + " " + cause.getErrorMessage();
    }
  }

  private static Future<RowSet<Row>> insert(PgConnection connection, UUID id, int n) {
    return connection
        .preparedQuery("INSERT INTO entries VALUES ($1, $2, $3) RETURNING n")
        .execute(Tuple.of(id, n, new java.math.BigDecimal("5.4000")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTransactionInOneBreathIsDoneInOrder(boolean cached) throws Exception {
    PgConnection connection = connect(cached);
    for (int round = 0; round < 3; round++) {
      List<Future<RowSet<Row>>> answers = new ArrayList<>();
      answers.add(connection.query("BEGIN").execute());
      for (int n = 0; n < 5; n++) {
        answers.add(insert(connection, UUID.randomUUID(), n));
      }
      answers.add(connection.query("SELECT count(*) FROM entries").execute());
      answers.add(connection.query("COMMIT").execute());
      for (Future<RowSet<Row>> answer : answers) {
        wait(answer);
      }
      assertThat(wait(answers.get(6)).iterator().next().getLong(0)).isEqualTo(5L * (round + 1));
      assertThat(wait(answers.get(3)).iterator().next().getInteger(0)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anErrorInOneBreathAbortsWhatFollows(boolean cached) throws Exception {
    PgConnection connection = connect(cached);
    UUID id = UUID.randomUUID();
    Future<RowSet<Row>> begin = connection.query("BEGIN").execute();
    Future<RowSet<Row>> first = insert(connection, id, 1);
    Future<RowSet<Row>> duplicate = insert(connection, id, 2);
    Future<RowSet<Row>> after = insert(connection, UUID.randomUUID(), 3);
    Future<RowSet<Row>> commit = connection.query("COMMIT").execute();
    wait(begin);
    wait(first);
    assertThat(stateOf(duplicate)).startsWith("23505");
    assertThat(stateOf(after)).startsWith("25P02");
    wait(commit);
    RowSet<Row> left = wait(connection.query("SELECT * FROM entries").execute());
    assertThat(left.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBatchIsOneWriteAndCountsRowByRow(boolean cached) throws Exception {
    PgConnection connection = connect(cached);
    String sql = "INSERT INTO entries VALUES ($1, $2, $3)";
    assertThat(stateOf(connection.preparedQuery(sql).executeBatch(tuples(3_001))))
        .startsWith("54000 transaction row limit exceeded");
    wait(connection.preparedQuery(sql).executeBatch(tuples(3_000)));
    RowSet<Row> left = wait(connection.query("SELECT count(*) FROM entries").execute());
    assertThat(left.iterator().next().getLong(0)).isEqualTo(3_000);
  }

  private static List<Tuple> tuples(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Tuple.of(UUID.randomUUID(), n, new java.math.BigDecimal("1.0000")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLoserGetsTrueAnswersFromItsPreparedStatementsAndThenOc000(boolean cached) throws Exception {
    PgConnection one = connect(cached);
    PgConnection two = connect(cached);
    UUID id = UUID.randomUUID();
    wait(insert(one, id, 1));
    String update = "UPDATE entries SET n = n + $2 WHERE id = $1 RETURNING n";
    String lock = "SELECT n FROM entries WHERE id = ANY($1) FOR UPDATE";
    for (PgConnection connection : List.of(one, two)) {
      wait(connection.query("BEGIN").execute());
      wait(connection.preparedQuery(lock).execute(Tuple.of(new UUID[] {id})));
      assertThat(numbers(wait(connection.preparedQuery(update).execute(Tuple.of(id, 10)))))
          .containsExactly(11);
    }
    wait(two.query("COMMIT").execute());
    assertThat(numbers(wait(one.preparedQuery(lock).execute(Tuple.of(new UUID[] {id})))))
        .containsExactly(11);
    assertThat(numbers(wait(one.preparedQuery(update).execute(Tuple.of(id, 5)))))
        .containsExactly(16);
    assertThat(numbers(wait(insert(one, UUID.randomUUID(), 7)))).containsExactly(7);
    assertThat(stateOf(one.query("COMMIT").execute()))
        .isEqualTo("40001 change conflicts with another transaction (OC000)");
    assertThat(numbers(wait(one.preparedQuery(update).execute(Tuple.of(id, 5)))))
        .containsExactly(16);
    assertThat(numbers(wait(one.query("SELECT n FROM entries").execute()))).containsExactly(16);
  }

  private static List<Integer> numbers(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getInteger(0)).toList();
  }
}
