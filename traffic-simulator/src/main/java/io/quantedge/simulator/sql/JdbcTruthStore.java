package io.quantedge.simulator.sql;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.TruthStore;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The truth store's tables over JDBC. A connection is made for each reading: readings are few, and
 * none is then left half-open by an outage.
 */
public final class JdbcTruthStore implements TruthStore {
  private final String url;
  private final String user;
  private final String password;

  public JdbcTruthStore(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public int countFinal(Collection<SlotId> slotIds) throws RunFailedException {
    return read(connection ->
        rows(
                connection,
                "SELECT count(*) FROM ad_slots WHERE slot_id = ANY (?)",
                texts(slotIds),
                row -> row.getInt(1))
            .getFirst());
  }

  @Override
  public Truth read(Collection<SlotId> slotIds, Collection<String> advertisers)
      throws RunFailedException {
    return read(connection ->
        new Truth(
            states(connection, slotIds),
            settlements(connection, slotIds),
            entries(connection, slotIds),
            balances(connection, advertisers)));
  }

  private static Map<SlotId, String> states(Connection connection, Collection<SlotId> slotIds)
      throws SQLException {
    Map<SlotId, String> states = new HashMap<>();
    List<Object> unused =
        rows(
            connection,
            "SELECT slot_id, state FROM ad_slots WHERE slot_id = ANY (?)",
            texts(slotIds),
            row -> states.put(new SlotId(text(row, "slot_id")), text(row, "state")) == null);
    return states;
  }

  private static List<SettlementRow> settlements(Connection connection, Collection<SlotId> slotIds)
      throws SQLException {
    return rows(
        connection,
        """
        SELECT settlement_id, slot_id, buyer_id, publisher_id, bid_id, candidate_rank, region,
               currency, winning_bid, price, fee, net
          FROM settlements WHERE slot_id = ANY (?)
        """,
        texts(slotIds),
        row ->
            new SettlementRow(
                row.getObject("settlement_id", UUID.class),
                new SlotId(text(row, "slot_id")),
                text(row, "buyer_id"),
                text(row, "publisher_id"),
                row.getObject("bid_id", UUID.class),
                row.getInt("candidate_rank"),
                text(row, "region"),
                money(row, "winning_bid"),
                money(row, "price"),
                money(row, "fee"),
                money(row, "net")));
  }

  private static List<EntryRow> entries(Connection connection, Collection<SlotId> slotIds)
      throws SQLException {
    return rows(
        connection,
        """
        SELECT posting_id, slot_id, account_id, amount, currency
          FROM financial_ledger WHERE slot_id = ANY (?)
        """,
        texts(slotIds),
        row ->
            new EntryRow(
                row.getObject("posting_id", UUID.class),
                new SlotId(text(row, "slot_id")),
                text(row, "account_id"),
                money(row, "amount")));
  }

  private static Map<String, BalanceRow> balances(
      Connection connection, Collection<String> accounts) throws SQLException {
    Map<String, BalanceRow> balances = new HashMap<>();
    List<Object> unused =
        rows(
            connection,
            """
            SELECT b.account_id, b.currency, b.balance, a.credit_limit,
                   coalesce((SELECT sum(l.amount) FROM financial_ledger l
                              WHERE l.account_id = b.account_id AND l.currency = b.currency),
                            0) AS ledger_sum
              FROM account_balances b JOIN enterprise_accounts a ON a.account_id = b.account_id
             WHERE b.account_id = ANY (?)
            """,
            accounts.toArray(String[]::new),
            row ->
                balances.put(
                        text(row, "account_id"),
                        new BalanceRow(
                            money(row, "balance"),
                            money(row, "ledger_sum"),
                            money(row, "credit_limit")))
                    == null);
    return balances;
  }

  private interface Reading<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Reading<T> reading) throws RunFailedException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      T result = reading.from(connection);
      connection.rollback();
      return result;
    } catch (SQLException e) {
      throw new RunFailedException(
          "the truth store at %s could not be read: %s".formatted(url, e.getMessage()), e);
    }
  }

  private interface Row<T> {
    T from(ResultSet row) throws SQLException;
  }

  private static <T> List<T> rows(
      Connection connection, String sql, String[] keys, Row<? extends T> mapper)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("varchar", keys));
      List<T> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(mapper.from(row));
        }
      }
      return found;
    }
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofDecimal(present(row.getBigDecimal(column), column), text(row, "currency"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return present(row.getString(column), column);
  }

  private static <T> T present(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }

  private static String[] texts(Collection<SlotId> slotIds) {
    return slotIds.stream().map(SlotId::value).toArray(String[]::new);
  }
}
