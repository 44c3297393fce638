package io.quantedge.settlement.dsql;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.TypeArg;
import io.vertx.mutiny.sqlclient.PreparedQuery;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** A connection to nowhere: it notes the statements and answers none. Not thread-safe. */
final class NotingConnection extends SqlConnection {
  private final List<List<Script.Line>> breaths = new ArrayList<>();

  NotingConnection() {
    super((io.vertx.sqlclient.SqlConnection) null);
  }

  /** What comes now waits for the answers to what came before. */
  void breathe() {
    breaths.add(new ArrayList<>());
  }

  Script script() {
    return new Script(breaths);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return new Noting(sql);
  }

  private final class Noting extends PreparedQuery<RowSet<Row>> {
    private final String sql;

    Noting(String sql) {
      super((io.vertx.sqlclient.PreparedQuery<?>) null, TypeArg.unknown());
      this.sql = sql;
    }

    @Override
    public Uni<RowSet<Row>> execute(Tuple parameters) {
      breaths.getLast().add(new Script.Line(sql, parameters.getDelegate()));
      return Uni.createFrom().nothing();
    }
  }
}
