package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.TruthReads.StatementPage;
import io.quantedge.settlement.domain.Statement;
import io.quantedge.settlement.http.CursorCodec.StatementKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a statement.
 *
 * @param from what was booked later than this
 * @param to up to and including this
 * @param opening the balance as of {@code from}
 * @param closing the balance as of {@code to}
 * @param next to be handed back as {@code after}; absent on the last page
 */
record StatementView(
    AccountId accountId,
    Instant from,
    Instant to,
    Money opening,
    List<LedgerEntryView> entries,
    Money closing,
    @Nullable String next) {

  static StatementView of(StatementPage page) {
    Statement statement = page.statement();
    return new StatementView(
        statement.accountId(),
        statement.from(),
        statement.to(),
        statement.opening(),
        statement.lines().stream().map(LedgerEntryView::of).toList(),
        statement.closing(),
        page.next()
            .map(row -> CursorCodec.STATEMENT.encode(new StatementKey(statement.to(), row)))
            .orElse(null));
  }
}
