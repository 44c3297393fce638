package io.quantedge.settlement.dsql;

import io.quantedge.contracts.money.Money;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Small conversions between rows and our types. */
final class Sql {
  private Sql() {}

  static Uni<List<Row>> rows(SqlConnection connection, String sql, Object... parameters) {
    return connection.preparedQuery(sql).execute(tuple(parameters)).map(rows -> list(rows));
  }

  /**
   * @return how many rows were written
   */
  static Uni<Integer> write(SqlConnection connection, String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .map(RowSet::rowCount)
        .invoke(written -> {
          if (connection instanceof CountingConnection counting) {
            counting.written(written);
          }
        });
  }

  static Tuple tuple(Object... values) {
    return Tuple.from(List.of(values));
  }

  static OffsetDateTime time(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  static Money money(Row row, String amountColumn, String currencyColumn) {
    BigDecimal amount = row.getBigDecimal(amountColumn);
    return Money.ofDecimal(amount, row.getString(currencyColumn));
  }

  private static List<Row> list(RowSet<Row> rows) {
    Stream<Row> stream = StreamSupport.stream(rows.spliterator(), false);
    return stream.toList();
  }
}
