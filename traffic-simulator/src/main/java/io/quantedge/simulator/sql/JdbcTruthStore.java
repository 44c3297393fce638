package io.quantedge.simulator.sql;

import static io.quantedge.simulator.sql.Reading.money;
import static io.quantedge.simulator.sql.Reading.rows;
import static io.quantedge.simulator.sql.Reading.text;
import static io.quantedge.simulator.sql.Reading.texts;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.TruthStore;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.BalanceRow;
import io.quantedge.simulator.domain.evidence.Truth.EntryRow;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The truth store's tables over JDBC. Thread-safe. */
public final class JdbcTruthStore implements TruthStore {
  private final Reading reading;

  public JdbcTruthStore(String url, String user, String password) {
    this.reading = new Reading(url, user, password);
  }

  @Override
  public int countFinal(Collection<SlotId> slotIds) throws RunFailedException {
    return reading.read(connection ->
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
    return reading.read(connection ->
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
}
