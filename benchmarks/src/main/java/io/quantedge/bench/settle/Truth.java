package io.quantedge.bench.settle;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the store says about a market, asked of PostgreSQL itself: the only witness of what was
 * settled, and when. Not thread-safe.
 */
final class Truth implements AutoCloseable {
  private final Connection connection;

  /**
   * @param url of PostgreSQL for JDBC
   */
  Truth(String url, String user, String password) throws SQLException {
    this.connection = DriverManager.getConnection(url, user, password);
  }

  /** How many of the market's slots are committed. */
  long settledSlots(String market) throws SQLException {
    return number("SELECT count(*) FROM ad_slots WHERE slot_id LIKE ? || '-%'", market);
  }

  /** Whether all of these slots are committed; a look-up by key, so that asking costs little. */
  boolean areSettled(List<String> slotIds) throws SQLException {
    String sql = "SELECT count(*) FROM ad_slots WHERE slot_id = ANY(?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("varchar", slotIds.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1) == slotIds.size();
      }
    }
  }

  /**
   * When each slot from the first one on was committed, in nanoseconds since the epoch.
   *
   * @param first number of the slot in its market
   */
  long[] committedAtNanos(String market, int first) throws SQLException {
    String sql =
        """
        SELECT extract(epoch FROM committed_at) * 1000000 FROM ad_slots
        WHERE slot_id LIKE ? || '-%' AND right(slot_id, 7)::integer >= ?\
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, market);
      statement.setInt(2, first);
      List<Long> micros = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          micros.add(rows.getBigDecimal(1).longValue());
        }
      }
      return micros.stream().mapToLong(at -> at * 1_000).toArray();
    }
  }

  /**
   * Looks for money or slots that are wrong in this market.
   *
   * @param slots how many were to be settled
   * @return what is wrong, for people; nothing if all holds
   */
  List<String> violations(String market, long slots) throws SQLException {
    List<String> violations = new ArrayList<>();
    require(violations, "slots are settled", slots, settledSlots(market));
    require(
        violations,
        "slots have exactly one settlement",
        slots,
        number(
            """
            SELECT count(DISTINCT s.slot_id) FROM settlements s JOIN ad_slots a USING (slot_id)
            WHERE a.state = 'SETTLED' AND s.slot_id LIKE ? || '-%'\
            """,
            market));
    require(
        violations,
        "ledger entries (three for each slot)",
        3 * slots,
        number("SELECT count(*) FROM financial_ledger WHERE slot_id LIKE ? || '-%'", market));
    require(
        violations,
        "postings do not sum to zero",
        0,
        number(
            """
            SELECT count(*) FROM (
              SELECT posting_id FROM financial_ledger
              WHERE slot_id LIKE ? || '-%'
              GROUP BY posting_id, currency HAVING sum(amount) <> 0) AS wrong\
            """,
            market));
    require(
        violations,
        "balances differ from the sum of their entries",
        0,
        number(
            """
            SELECT count(*) FROM account_balances b
            WHERE account_id LIKE ? || '-%' AND balance <> (
              SELECT coalesce(sum(amount), 0) FROM financial_ledger l
              WHERE l.account_id = b.account_id)\
            """,
            market));
    return violations;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static void require(List<String> violations, String what, long expected, long found) {
    if (expected != found) {
      violations.add("%s: %d expected, %d found".formatted(what, expected, found));
    }
  }

  private long number(String sql, String market) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, market);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
