package io.quantedge.settlement.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs work in one SQL transaction of the service's role, once the schema is in place, and says of
 * every failure what it means here. Thread-safe.
 */
@Singleton
class SqlTransactions {
  private final Dsql dsql;
  private final StoreGate gate;

  SqlTransactions(Dsql dsql, StoreGate gate) {
    this.dsql = dsql;
    this.gate = gate;
  }

  /**
   * One attempt.
   *
   * @return fails with {@link StoreException} only
   */
  <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> gate.isOpen() ? dsql.transaction(work) : Uni.createFrom().<T>failure(notReady()))
        .onFailure()
        .transform(StoreFailures::of);
  }

  private static StoreException notReady() {
    return new StoreException(
        new StoreFailure.Unavailable(
            Optional.empty(), Optional.empty(), "the truth store's schema is not in place yet"),
        null);
  }
}
