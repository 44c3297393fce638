package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.TruthStore.Posted;
import io.quantedge.settlement.domain.EntryKind;
import io.quantedge.settlement.domain.LedgerEntry;
import io.quantedge.settlement.domain.Posting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The entries of a slot's settlement; they sum to zero. */
record LedgerView(SlotId slotId, UUID postingId, Instant postedAt, List<Entry> entries) {

  static LedgerView of(SlotId slotId, Posted posted) {
    Posting posting = posted.posting();
    return new LedgerView(
        slotId,
        posting.postingId(),
        posted.postedAt(),
        posting.entries().stream().map(entry -> Entry.of(posting, entry)).toList());
  }

  /**
   * @param amount signed
   */
  record Entry(UUID entryId, int entryNo, AccountId accountId, EntryKind kind, Money amount) {
    static Entry of(Posting posting, LedgerEntry entry) {
      return new Entry(
          posting.entryId(entry), entry.entryNo(), entry.accountId(), entry.kind(), entry.amount());
    }
  }
}
