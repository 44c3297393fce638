package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads.StatementPage;
import io.quantedge.settlement.application.TruthReads.StatementRequest;
import io.quantedge.settlement.application.TruthReads.TimeKey;
import io.quantedge.settlement.domain.BookedEntry;
import io.quantedge.settlement.domain.Statement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads statements, within a SQL transaction. Stateless. */
@Singleton
class StatementRows {
  /** No entry has a greater id. */
  private static final UUID LAST_ID = new UUID(-1, -1);

  private static final String SUMS =
      """
      SELECT coalesce(sum(amount) FILTER (WHERE created_at <= $3), 0) AS opening,
             coalesce(sum(amount) FILTER (WHERE (created_at, entry_id) <= ($4, $5)), 0) AS carried,
             coalesce(sum(amount), 0) AS closing, $2 AS currency
      FROM financial_ledger WHERE account_id = $1 AND currency = $2 AND created_at <= $6\
      """;

  private static final String ENTRIES =
      """
      SELECT account_id, entry_id, posting_id, entry_no, kind, amount, currency, slot_id,
             created_at
      FROM financial_ledger
      WHERE account_id = $1 AND currency = $2 AND (created_at, entry_id) > ($3, $4)
        AND created_at <= $5
      ORDER BY created_at, entry_id LIMIT $6\
      """;

  private final AccountRows accounts;

  StatementRows(AccountRows accounts) {
    this.accounts = accounts;
  }

  /** A page; its running balances begin with the sum of everything before it. */
  Uni<Optional<StatementPage>> page(
      SqlConnection connection, StatementRequest request, Page.Request<TimeKey> page) {
    return accounts
        .definition(connection, request.accountId())
        .chain(found ->
            found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : page(connection, request, request.currency().orElse(found.get().currency()), page)
                    .map(Optional::of));
  }

  private static Uni<StatementPage> page(
      SqlConnection connection,
      StatementRequest request,
      String currency,
      Page.Request<TimeKey> page) {
    // Before the first page stands whatever was booked up to and including its beginning.
    TimeKey start = page.after().orElse(new TimeKey(request.from(), LAST_ID));
    String accountId = request.accountId().value();
    return Uni.join()
        .all(
            Sql.rows(
                connection,
                SUMS,
                accountId,
                currency,
                Sql.time(request.from()),
                Sql.time(start.at()),
                start.id(),
                Sql.time(request.to())),
            Sql.rows(
                connection,
                ENTRIES,
                accountId,
                currency,
                Sql.time(start.at()),
                start.id(),
                Sql.time(request.to()),
                page.limit() + 1L))
        .andFailFast()
        .map(answers -> made(request, page.limit(), answers.get(0).getFirst(), answers.get(1)));
  }

  private static StatementPage made(StatementRequest request, int limit, Row sums, List<Row> rows) {
    Page<BookedEntry, TimeKey> entries =
        Page.of(
            rows.stream().map(LedgerRows::booked).toList(),
            limit,
            entry -> new TimeKey(entry.bookedAt(), entry.entryId()));
    AccountId accountId = request.accountId();
    Money carried = Sql.money(sums, "carried", "currency");
    Statement statement =
        new Statement(
            accountId,
            request.from(),
            request.to(),
            Sql.money(sums, "opening", "currency"),
            Statement.lines(carried, entries.items()),
            Sql.money(sums, "closing", "currency"));
    return new StatementPage(statement, entries.next());
  }
}
