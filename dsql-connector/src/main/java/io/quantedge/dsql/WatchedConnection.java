package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Query;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.PrepareOptions;
import java.util.List;
import java.util.function.Function;

/**
 * The connection that work gets: each of its statements is watched, because a server that goes
 * silent in the middle would hold up its user for ever. As thread-safe as a connection.
 */
final class WatchedConnection extends SqlConnection {
  private final Watch watch;

  /** Puts a statement under watch. */
  interface Watch {
    <T> Uni<T> over(Uni<T> statement);
  }

  WatchedConnection(io.vertx.sqlclient.SqlConnection client, Watch watch) {
    super(client);
    this.watch = watch;
  }

  @Override
  public Query<RowSet<Row>> query(String sql) {
    return new WatchedQuery<>(super.query(sql), watch);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new WatchedPreparedQuery<>(super.preparedQuery(sql), watch);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return new WatchedPreparedQuery<>(super.preparedQuery(sql, options), watch);
  }

  @Override
  public Uni<PreparedStatement> prepare(String sql) {
    return watch.over(super.prepare(sql));
  }

  @Override
  public Uni<PreparedStatement> prepare(String sql, PrepareOptions options) {
    return watch.over(super.prepare(sql, options));
  }

  @Override
  public Uni<Transaction> begin() {
    return Uni.createFrom()
        .failure(new IllegalStateException("the connector begins and ends SQL transactions"));
  }

  @Override
  public Uni<Void> close() {
    return Uni.createFrom()
        .failure(new IllegalStateException("the connector closes its connections"));
  }

  private static final class WatchedQuery<T> extends Query<T> {
    private final Watch watch;

    WatchedQuery(Query<T> query, Watch watch) {
      super(query.getDelegate(), query.__typeArg_0);
      this.watch = watch;
    }

    @Override
    public Uni<T> execute() {
      return watch.over(super.execute());
    }

    @Override
    public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
      return new WatchedQuery<>(super.mapping(mapper), watch);
    }
  }

  private static final class WatchedPreparedQuery<T> extends PreparedQuery<T> {
    private final Watch watch;

    WatchedPreparedQuery(PreparedQuery<T> query, Watch watch) {
      super(query.getDelegate(), query.__typeArg_0);
      this.watch = watch;
    }

    @Override
    public Uni<T> execute() {
      return watch.over(super.execute());
    }

    @Override
    public Uni<T> execute(Tuple parameters) {
      return watch.over(super.execute(parameters));
    }

    @Override
    public Uni<T> executeBatch(List<Tuple> batch) {
      return watch.over(super.executeBatch(batch));
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
      return new WatchedPreparedQuery<>(super.mapping(mapper), watch);
    }
  }
}
