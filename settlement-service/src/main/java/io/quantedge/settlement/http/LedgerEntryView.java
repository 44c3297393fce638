package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.BookedEntry;
import io.quantedge.settlement.domain.EntryKind;
import io.quantedge.settlement.domain.Statement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger.
 *
 * @param amount signed: negative for a debit
 * @param slotId absent for money that came from outside
 * @param balance the account's balance with this entry; on statements only
 */
record LedgerEntryView(
    UUID entryId,
    UUID postingId,
    int entryNo,
    AccountId accountId,
    EntryKind kind,
    Money amount,
    @Nullable SlotId slotId,
    Instant bookedAt,
    @Nullable Money balance) {

  static LedgerEntryView of(BookedEntry entry) {
    return of(entry, null);
  }

  static LedgerEntryView of(Statement.Line line) {
    return of(line.entry(), line.balance());
  }

  private static LedgerEntryView of(BookedEntry entry, @Nullable Money balance) {
    return new LedgerEntryView(
        entry.entryId(),
        entry.postingId(),
        entry.entryNo(),
        entry.accountId(),
        entry.kind(),
        entry.amount(),
        entry.slotId().orElse(null),
        entry.bookedAt(),
        balance);
  }
}
