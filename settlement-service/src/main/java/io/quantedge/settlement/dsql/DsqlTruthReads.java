package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads;
import io.quantedge.settlement.domain.BookedEntry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the truth in pages, each in a SQL transaction that writes nothing. Thread-safe. */
@Singleton
class DsqlTruthReads implements TruthReads {
  private static final String SETTLEMENTS =
      """
      SELECT settlement_id, slot_id, buyer_id, publisher_id, bid_id, region, candidate_rank,
             currency, winning_bid, price, fee, net, closed_at, committed_at
      FROM settlements WHERE\
      """;

  private final SqlTransactions transactions;
  private final StatementRows statements;

  DsqlTruthReads(SqlTransactions transactions, StatementRows statements) {
    this.transactions = transactions;
    this.statements = statements;
  }

  @Override
  public Uni<Page<Listed, AccountId>> accounts(Page.Request<AccountId> page) {
    Query query =
        new Query()
            .add(
                """
                SELECT a.account_id, a.account_type, a.name, a.currency, a.credit_limit, b.balance
                FROM enterprise_accounts a
                LEFT JOIN account_balances b ON b.account_id = a.account_id WHERE true\
                """);
    page.after().ifPresent(after -> query.add("AND a.account_id > ?", after.value()));
    query.add("ORDER BY a.account_id LIMIT ?", oneMoreThan(page));
    return transactions.run(connection ->
        query
            .rows(connection)
            .map(rows -> rows.stream().map(DsqlTruthReads::listed).toList())
            .map(rows -> Page.of(rows, page.limit(), listed -> listed.account().accountId())));
  }

  /** Two ordered ranges instead of an OR, so that an index can serve each. */
  @Override
  public Uni<Page<SettlementEvent.Settled, TimeKey>> settlementsOf(
      AccountId accountId, Page.Request<TimeKey> page) {
    Query query = new Query().add("SELECT * FROM (");
    side(query, "buyer_id", accountId, page);
    query.add("UNION ALL");
    side(query, "publisher_id", accountId, page);
    query.add(") AS sides ORDER BY committed_at, settlement_id LIMIT ?", oneMoreThan(page));
    return transactions.run(connection ->
        query
            .rows(connection)
            .map(rows -> rows.stream().map(SlotRows::settled).toList())
            .map(rows -> Page.of(rows, page.limit(), DsqlTruthReads::key)));
  }

  @Override
  public Uni<Page<BookedEntry, EntryKey>> ledger(LedgerFilter filter, Page.Request<EntryKey> page) {
    Query query =
        new Query()
            .add(
                """
                SELECT account_id, entry_id, posting_id, entry_no, kind, amount, currency, slot_id,
                       created_at
                FROM financial_ledger WHERE true\
                """);
    filter.accountId().ifPresent(id -> query.add("AND account_id = ?", id.value()));
    filter.slotId().ifPresent(id -> query.add("AND slot_id = ?", id.value()));
    filter.from().ifPresent(from -> query.add("AND created_at > ?", Sql.time(from)));
    filter.to().ifPresent(to -> query.add("AND created_at <= ?", Sql.time(to)));
    page.after()
        .ifPresent(after ->
            query.add(
                "AND (account_id, created_at, entry_id) > (?, ?, ?)",
                after.accountId().value(),
                Sql.time(after.bookedAt()),
                after.entryId()));
    query.add("ORDER BY account_id, created_at, entry_id LIMIT ?", oneMoreThan(page));
    return transactions.run(connection ->
        query
            .rows(connection)
            .map(rows -> rows.stream().map(LedgerRows::booked).toList())
            .map(rows -> Page.of(rows, page.limit(), DsqlTruthReads::key)));
  }

  @Override
  public Uni<Optional<StatementPage>> statement(
      StatementRequest request, Page.Request<TimeKey> page) {
    return transactions.run(connection -> statements.page(connection, request, page));
  }

  private static void side(
      Query query, String column, AccountId accountId, Page.Request<TimeKey> page) {
    query.add("(").add(SETTLEMENTS).add(column + " = ?", accountId.value());
    page.after()
        .ifPresent(after ->
            query.add(
                "AND (committed_at, settlement_id) > (?, ?)", Sql.time(after.at()), after.id()));
    query.add("ORDER BY committed_at, settlement_id LIMIT ?)", oneMoreThan(page));
  }

  private static Listed listed(Row row) {
    BigDecimal balance = row.getBigDecimal("balance");
    String currency = row.getString("currency");
    return new Listed(
        AccountRows.account(row),
        balance == null ? Optional.empty() : Optional.of(Money.ofDecimal(balance, currency)));
  }

  private static TimeKey key(SettlementEvent.Settled settled) {
    return new TimeKey(settled.committedAt(), settled.settlementId().value());
  }

  private static EntryKey key(BookedEntry entry) {
    return new EntryKey(entry.accountId(), entry.bookedAt(), entry.entryId());
  }

  private static Long oneMoreThan(Page.Request<?> page) {
    return page.limit() + 1L;
  }
}
