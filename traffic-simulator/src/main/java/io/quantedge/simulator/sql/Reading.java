package io.quantedge.simulator.sql;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.RunFailedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the truth store in one snapshot. A connection is made for each reading: readings are few,
 * and none is then left half-open by an outage. Immutable.
 */
record Reading(String url, String user, String password) {
  /** What is done on a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** What a row is turned into. */
  interface Row<T> {
    T from(ResultSet row) throws SQLException;
  }

  <T> T read(Work<T> work) throws RunFailedException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      T result = work.on(connection);
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw new RunFailedException(
          "the truth store at %s could not be read: %s".formatted(url, e.getMessage()), e);
    }
  }

  /** The rows of a query whose one parameter is an array of keys. */
  static <T> List<T> rows(Connection connection, String sql, String[] keys, Row<? extends T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("varchar", keys));
      return rows(statement, mapper);
    }
  }

  static <T> List<T> rows(PreparedStatement statement, Row<? extends T> mapper)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(mapper.from(row));
      }
    }
    return found;
  }

  static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofDecimal(present(row.getBigDecimal(column), column), text(row, "currency"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return present(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }

  static String text(ResultSet row, String column) throws SQLException {
    return present(row.getString(column), column);
  }

  static String[] texts(Collection<SlotId> slotIds) {
    return slotIds.stream().map(SlotId::value).toArray(String[]::new);
  }

  private static <T> T present(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Reading[" + url + "]";
  }
}
