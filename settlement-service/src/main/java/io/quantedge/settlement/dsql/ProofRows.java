package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.proof.Books;
import io.quantedge.settlement.application.proof.Books.Holding;
import io.quantedge.settlement.application.proof.Books.Sale;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Reads what a proof has left, and takes it away. What deletes names its schema, so that it can
 * never mean the exchange's own tables. Stateless.
 */
final class ProofRows {
  /** The schema of the tables that proofs settle in. */
  static final String SCHEMA = "proofs";

  /** Slots, or accounts, whose rows go in one SQL transaction: 3,000 rows is what it takes. */
  private static final int SWEPT_AT_ONCE = 500;

  private static final int DECIMALS = 4;

  /** Every table, by what its rows belong to, and when they were written. */
  static final List<Table> TABLES =
      List.of(
          new Table("settlements", "slot_id", "committed_at"),
          new Table("financial_ledger", "slot_id", "created_at"),
          new Table("slot_events", "slot_id", "recorded_at"),
          new Table("ad_bids", "slot_id", "accepted_at"),
          new Table("ad_slots", "slot_id", "committed_at"),
          new Table("account_balances", "account_id", "updated_at"),
          new Table("enterprise_accounts", "account_id", "created_at"));

  /** A table and two of its columns. */
  record Table(String name, String owner, String writtenAt) {
    private String deleteOf() {
      return "DELETE FROM %s.%s WHERE %s LIKE $1".formatted(SCHEMA, name, owner);
    }

    private String deleteBefore() {
      return """
      DELETE FROM %1$s.%2$s WHERE %3$s IN
        (SELECT DISTINCT %3$s FROM %1$s.%2$s WHERE %4$s < $1 LIMIT %5$d)\
      """
          .formatted(SCHEMA, name, owner, writtenAt, SWEPT_AT_ONCE);
    }
  }

  private ProofRows() {}

  /** Everything whose ids begin with the prefix, in one snapshot. */
  static Uni<Books> read(SqlConnection connection, String prefix) {
    String mine = prefix + "%";
    return Uni.combine()
        .all()
        .unis(
            Sql.rows(
                connection,
                "SELECT count(*) AS n FROM ad_slots WHERE slot_id LIKE $1 AND state = 'REJECTED'",
                mine),
            Sql.rows(
                connection,
                "SELECT slot_id, bid_id, committed_at FROM settlements WHERE slot_id LIKE $1",
                mine),
            Sql.rows(
                connection,
                """
                SELECT count(*) AS n, coalesce(sum(amount), 0) AS total
                FROM financial_ledger WHERE slot_id LIKE $1\
                """,
                mine),
            Sql.rows(
                connection,
                """
                SELECT b.account_id, b.currency, b.balance,
                       coalesce(sum(l.amount), 0) AS summed
                FROM account_balances b
                LEFT JOIN financial_ledger l
                  ON l.account_id = b.account_id AND l.currency = b.currency
                WHERE b.account_id LIKE $1
                GROUP BY b.account_id, b.currency, b.balance ORDER BY b.account_id\
                """,
                mine))
        .asTuple()
        .map(answers ->
            new Books(
                answers.getItem1().getFirst().getLong("n"),
                answers.getItem2().stream().map(ProofRows::sale).toList(),
                answers.getItem3().getFirst().getLong("n"),
                units(answers.getItem3().getFirst().getBigDecimal("total")),
                answers.getItem4().stream().map(ProofRows::holding).toList()));
  }

  /** Takes a proof's rows out of one table. */
  static Uni<Integer> delete(SqlConnection connection, Table table, String prefix) {
    return Sql.write(connection, table.deleteOf(), Sql.tuple(prefix + "%"));
  }

  /** Takes out of one table some of what proofs left that died before they had cleaned up. */
  static Uni<Integer> sweep(SqlConnection connection, Table table, Instant before) {
    return Sql.write(connection, table.deleteBefore(), Sql.tuple(Sql.time(before)));
  }

  private static Sale sale(Row row) {
    return new Sale(
        new SlotId(row.getString("slot_id")),
        row.getUUID("bid_id"),
        Sql.instant(row, "committed_at"));
  }

  private static Holding holding(Row row) {
    return new Holding(
        new AccountId(row.getString("account_id")),
        Sql.money(row, "balance", "currency"),
        Sql.money(row, "summed", "currency"));
  }

  private static long units(BigDecimal amount) {
    return amount.setScale(DECIMALS).unscaledValue().longValueExact();
  }
}
