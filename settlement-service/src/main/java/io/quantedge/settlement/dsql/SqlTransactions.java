package io.quantedge.settlement.dsql;

import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.config.StoreConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Runs work in one SQL transaction on one connection, and says of every failure whether something
 * may have been committed. The connection goes back to the pool on every path. Thread-safe.
 */
@Singleton
class SqlTransactions {
  private static final Duration ROLLBACK_TIMEOUT = Duration.ofSeconds(1);

  private final Pool pool;
  private final StoreGate gate;
  private final StoreConfig config;

  SqlTransactions(Pool pool, StoreGate gate, StoreConfig config) {
    this.pool = pool;
    this.gate = gate;
    this.config = config;
  }

  /**
   * @return fails with {@link StoreException} only
   */
  <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          if (!gate.isOpen()) {
            return Uni.createFrom().failure(notReady());
          }
          return pool.getConnection()
              .onFailure()
              .transform(failure -> StoreFailures.of(failure, false))
              .chain(connection -> runOn(connection, work));
        });
  }

  private <T> Uni<T> runOn(SqlConnection connection, Function<SqlConnection, Uni<T>> work) {
    AtomicBoolean commitSent = new AtomicBoolean();
    return connection
        .query(config.begin())
        .execute()
        .chain(() -> work.apply(connection))
        .call(() -> commit(connection, commitSent))
        .ifNoItem()
        .after(config.attemptTimeout())
        .fail()
        .onFailure()
        .transform(failure -> StoreFailures.of(failure, commitSent.get()))
        .onFailure()
        .call(() -> rollback(connection))
        .eventually(connection::close);
  }

  /**
   * The client hides COMMIT's command tag, and a COMMIT that the server answers with {@code
   * ROLLBACK} looks like success. That happens only in a SQL transaction that has already failed,
   * where every other statement is refused: the witness in front of COMMIT, sent in the same
   * breath, fails there.
   */
  private static Uni<Void> commit(SqlConnection connection, AtomicBoolean commitSent) {
    return Uni.createFrom()
        .deferred(() -> {
          commitSent.set(true);
          return Uni.join()
              .all(connection.query("SELECT 1").execute(), connection.query("COMMIT").execute())
              .andFailFast()
              .replaceWithVoid();
        });
  }

  /** A connection that goes back to the pool in an open SQL transaction would poison the next. */
  private static Uni<Void> rollback(SqlConnection connection) {
    return connection
        .query("ROLLBACK")
        .execute()
        .replaceWithVoid()
        .ifNoItem()
        .after(ROLLBACK_TIMEOUT)
        .fail()
        .onFailure()
        .recoverWithNull();
  }

  private static StoreException notReady() {
    return new StoreException(
        new StoreFailure.Unavailable(
            Optional.empty(), Optional.empty(), "the truth store's schema is not in place yet"),
        null);
  }
}
