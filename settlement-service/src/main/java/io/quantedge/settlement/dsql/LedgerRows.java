package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.TruthStore.Posted;
import io.quantedge.settlement.domain.BookedEntry;
import io.quantedge.settlement.domain.EntryKind;
import io.quantedge.settlement.domain.LedgerEntry;
import io.quantedge.settlement.domain.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appends and reads postings, within a SQL transaction. Stateless. */
@Singleton
class LedgerRows {

  Uni<Void> append(SqlConnection connection, Posting posting, Instant now) {
    BatchInsert rows = new BatchInsert(TruthTables.FINANCIAL_LEDGER);
    add(rows, posting, now);
    return rows.execute(connection);
  }

  /** The rows of a posting, to be written with those of others. */
  static void add(BatchInsert rows, Posting posting, Instant now) {
    for (LedgerEntry entry : posting.entries()) {
      rows.add(
          entry.accountId().value(),
          posting.entryId(entry),
          posting.postingId(),
          entry.entryNo(),
          entry.kind().name(),
          entry.amount().toDecimal(),
          entry.amount().currency(),
          posting.slotId().map(SlotId::value).orElse(null),
          Sql.time(now));
    }
  }

  /** A posting read back; that it still sums to zero is checked on the way. */
  Uni<Optional<Posted>> find(SqlConnection connection, UUID postingId) {
    return Sql.rows(
            connection,
            """
            SELECT account_id, entry_no, kind, amount, currency, slot_id, created_at
            FROM financial_ledger WHERE posting_id = $1 ORDER BY entry_no\
            """,
            postingId)
        .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.of(posted(postingId, rows)));
  }

  /** A line as it stands, from a row with all columns. */
  static BookedEntry booked(Row row) {
    return new BookedEntry(
        new AccountId(row.getString("account_id")),
        row.getUUID("entry_id"),
        row.getUUID("posting_id"),
        row.getInteger("entry_no"),
        EntryKind.valueOf(row.getString("kind")),
        Sql.money(row, "amount", "currency"),
        Optional.ofNullable(row.getString("slot_id")).map(SlotId::new),
        Sql.instant(row, "created_at"));
  }

  private static Posted posted(UUID postingId, List<Row> rows) {
    Row first = rows.getFirst();
    List<LedgerEntry> entries =
        rows.stream()
            .map(row ->
                new LedgerEntry(
                    row.getInteger("entry_no"),
                    new AccountId(row.getString("account_id")),
                    EntryKind.valueOf(row.getString("kind")),
                    Sql.money(row, "amount", "currency")))
            .toList();
    Optional<SlotId> slotId = Optional.ofNullable(first.getString("slot_id")).map(SlotId::new);
    return new Posted(new Posting(postingId, slotId, entries), Sql.instant(first, "created_at"));
  }
}
