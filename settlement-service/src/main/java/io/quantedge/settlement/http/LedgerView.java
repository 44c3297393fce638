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
import org.jspecify.annotations.Nullable;

/**
 * The entries of a slot's sale; they sum to zero.
 *
 * @param reversal the entries that undid it; absent if nothing did
 */
record LedgerView(
    SlotId slotId,
    UUID postingId,
    Instant postedAt,
    List<Entry> entries,
    @Nullable PostingView reversal) {

  /**
   * @param postings the sale, and its reversal if there is one
   */
  static LedgerView of(SlotId slotId, List<Posted> postings) {
    PostingView sale = PostingView.of(postings.getFirst());
    return new LedgerView(
        slotId,
        sale.postingId(),
        sale.postedAt(),
        sale.entries(),
        postings.size() == 1 ? null : PostingView.of(postings.getLast()));
  }

  /** Entries that stand or fall together. */
  record PostingView(UUID postingId, Instant postedAt, List<Entry> entries) {
    static PostingView of(Posted posted) {
      Posting posting = posted.posting();
      return new PostingView(
          posting.postingId(),
          posted.postedAt(),
          posting.entries().stream().map(entry -> Entry.of(posting, entry)).toList());
    }
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
