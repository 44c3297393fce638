package io.quantedge.e2e;

import io.quantedge.localstack.stack.StackAddresses;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the truth store behind every service's back. */
final class StoresSeen {
  private final StackAddresses at;

  StoresSeen(StackAddresses at) {
    this.at = at;
  }

  /** The only number that a query answers with. */
  long count(String sql) throws SQLException {
    return number(sql).longValueExact();
  }

  /** The only number that a query answers with, exactly. */
  BigDecimal number(String sql) throws SQLException {
    return new BigDecimal(text(sql));
  }

  /** The only value that a query answers with. */
  String text(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new AssertionError("no row: " + sql);
      }
      return rows.getString(1);
    }
  }
}
