package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads.Listed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some accounts, in order of their ids.
 *
 * @param next to be handed back as {@code after}; absent on the last page
 */
record AccountPage(List<AccountView> items, @Nullable String next) {
  static AccountPage of(Page<Listed, AccountId> page) {
    return new AccountPage(
        page.items().stream().map(AccountView::of).toList(),
        page.next().map(CursorCodec.ACCOUNTS::encode).orElse(null));
  }
}
