package io.quantedge.settlement.dsql;

import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.metrics.Usage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs work in one SQL transaction of the service's role, once the schema is in place, says of
 * every failure what it means here, and counts what was committed. Thread-safe.
 */
@Singleton
class SqlTransactions {
  private final Dsql dsql;
  private final StoreGate gate;
  private final Usage usage;

  @Inject
  SqlTransactions(Dsql dsql, StoreGate gate, Usage usage) {
    this.dsql = dsql;
    this.gate = gate;
    this.usage = usage;
  }

  /** For work that nobody wants to see counted. */
  SqlTransactions(Dsql dsql, StoreGate gate) {
    this(dsql, gate, new Usage());
  }

  /**
   * One attempt.
   *
   * @return fails with {@link StoreException} only
   */
  <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> gate.isOpen() ? counted(work) : Uni.createFrom().<T>failure(notReady()))
        .onFailure()
        .transform(StoreFailures::of);
  }

  /** From the begin's answer on; the transaction's end is the commit's acknowledgement. */
  private <T> Uni<T> counted(Function<SqlConnection, Uni<T>> work) {
    Tally tally = new Tally();
    return dsql.transaction(connection -> work.apply(tally.begun(connection)))
        .invoke(() -> tally.committed(usage));
  }

  /** What one SQL transaction wrote since when; its steps come one after another. */
  private static final class Tally {
    private volatile Optional<CountingConnection> connection = Optional.empty();
    private volatile long begunNanos;

    SqlConnection begun(SqlConnection behind) {
      CountingConnection counting = new CountingConnection(behind);
      begunNanos = System.nanoTime();
      connection = Optional.of(counting);
      return counting;
    }

    void committed(Usage usage) {
      int rows = connection.map(CountingConnection::rows).orElse(0);
      if (rows > 0) {
        usage.add(Count.TRUTH_COMMITS, 1);
        usage.add(Count.TRUTH_ROWS, rows);
        usage.add(
            Count.TRUTH_COMMIT_MICROS,
            TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begunNanos));
      }
    }
  }

  private static StoreException notReady() {
    return new StoreException(
        new StoreFailure.Unavailable(
            Optional.empty(), Optional.empty(), "the truth store's schema is not in place yet"),
        null);
  }
}
