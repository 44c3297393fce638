package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.AccountStore.Owned;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown: its definition as it was sent, and what it owns.
 *
 * @param balance in the account's currency; absent where only the definition is answered
 * @param inOtherCurrencies what it earned in other currencies; absent if nothing
 */
record AccountView(
    AccountId accountId,
    AccountType type,
    String name,
    String currency,
    String creditLimit,
    @Nullable Money balance,
    @Nullable List<Money> inOtherCurrencies) {

  static AccountView of(Account account) {
    return view(account, null, null);
  }

  static AccountView of(Owned owned) {
    List<Money> others = owned.inOtherCurrencies();
    return view(owned.account(), owned.balance(), others.isEmpty() ? null : others);
  }

  private static AccountView view(
      Account account, @Nullable Money balance, @Nullable List<Money> inOtherCurrencies) {
    return new AccountView(
        account.accountId(),
        account.type(),
        account.name(),
        account.currency(),
        account.creditLimit().amount(),
        balance,
        inOtherCurrencies);
  }
}
