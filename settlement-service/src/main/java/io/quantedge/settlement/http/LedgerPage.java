package io.quantedge.settlement.http;

import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads.EntryKey;
import io.quantedge.settlement.domain.BookedEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of the ledger, in order of account and time.
 *
 * @param next to be handed back as {@code after}; absent on the last page
 */
record LedgerPage(List<LedgerEntryView> items, @Nullable String next) {
  static LedgerPage of(Page<BookedEntry, EntryKey> page) {
    return new LedgerPage(
        page.items().stream().map(LedgerEntryView::of).toList(),
        page.next().map(CursorCodec.LEDGER::encode).orElse(null));
  }
}
