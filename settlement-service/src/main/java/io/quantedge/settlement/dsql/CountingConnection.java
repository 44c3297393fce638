package io.quantedge.settlement.dsql;

import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection of one SQL transaction that remembers how many rows {@link Sql#write} has written
 * over it. Statements go through the connection behind it, and so through whatever watches that.
 * Thread-safe.
 */
final class CountingConnection extends SqlConnection {
  private final SqlConnection behind;
  private final AtomicInteger rows = new AtomicInteger();

  CountingConnection(SqlConnection behind) {
    super(behind.getDelegate());
    this.behind = behind;
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return behind.preparedQuery(sql);
  }

  void written(int count) {
    rows.addAndGet(count);
  }

  int rows() {
    return rows.get();
  }
}
