package io.quantedge.settlement.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of any number of rows as one statement with one text, so that it is prepared once for
 * each connection whatever the size of a group. Each column travels as an array. Not thread-safe.
 */
final class BatchInsert {
  private final Table table;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  BatchInsert(Table table) {
    this.table = table;
  }

  /**
   * @param values in the order of the table's columns
   */
  BatchInsert add(@Nullable Object... values) {
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          "a row of "
              + table.name()
              + " has "
              + table.columns().size()
              + " values; it got "
              + values.length);
    }
    rows.add(values);
    return this;
  }

  /**
   * Writes all rows, and fails unless it wrote all of them; without rows it does nothing.
   *
   * @return completes when the statement is answered
   */
  Uni<Void> execute(SqlConnection connection) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Sql.write(connection, table.sql(), parameters())
        .invoke(written -> {
          if (written != rows.size()) {
            throw new IllegalStateException(
                table.name() + " took " + written + " of " + rows.size() + " rows");
          }
        })
        .replaceWithVoid();
  }

  private Tuple parameters() {
    Tuple parameters = Tuple.tuple();
    for (int i = 0; i < table.columns().size(); i++) {
      Object column = Array.newInstance(table.columns().get(i).type().javaType(), rows.size());
      for (int row = 0; row < rows.size(); row++) {
        Array.set(column, row, rows.get(row)[i]);
      }
      parameters.addValue(column);
    }
    return parameters;
  }

  /** A column of a table, for inserts. */
  record Column(String name, SqlType type) {}

  /** A table and the columns that an insert fills. Immutable. */
  record Table(String name, List<Column> columns, String sql) {
    static Table of(String name, Column... columns) {
      List<Column> all = List.of(columns);
      String names = all.stream().map(Column::name).collect(Collectors.joining(", "));
      String arrays =
          IntStream.range(0, all.size())
              .mapToObj(i -> "$" + (i + 1) + "::" + all.get(i).type().sqlName() + "[]")
              .collect(Collectors.joining(", "));
      return new Table(
          name,
          all,
          "INSERT INTO " + name + " (" + names + ") SELECT * FROM unnest(" + arrays + ")");
    }
  }
}
