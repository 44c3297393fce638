package io.quantedge.settlement.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement with as many conditions as are asked for. Its text comes from this code alone; values
 * are always parameters. For one thread.
 */
final class Query {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param text with a {@code ?} for each value
   */
  Query add(String text, Object... parameters) {
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?') {
        values.add(parameters[next]);
        next++;
        sql.append('$').append(values.size());
      } else {
        sql.append(c);
      }
    }
    sql.append(' ');
    return this;
  }

  Uni<List<Row>> rows(SqlConnection connection) {
    return Sql.rows(connection, sql.toString(), values.toArray());
  }
}
