package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.AccountStore.Owned;
import io.quantedge.settlement.application.TruthReads.Listed;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is shown: its definition as it was sent, and what it owns.
 *
 * @param balance in the account's currency; absent where only the definition is answered
 * @param inOtherCurrencies what it earned in other currencies; absent if nothing
 * @param asOf the balances are the sums of the entries up to and including this instant; absent if
 *     they are those of now
 */
record AccountView(
    AccountId accountId,
    AccountType type,
    String name,
    String currency,
    String creditLimit,
    @Nullable Money balance,
    @Nullable List<Money> inOtherCurrencies,
    @Nullable Instant asOf) {

  static AccountView of(Account account) {
    return view(account, null, List.of(), null);
  }

  static AccountView of(Listed listed) {
    return view(listed.account(), listed.balance().orElse(null), List.of(), null);
  }

  static AccountView of(Owned owned, Optional<Instant> asOf) {
    return view(owned.account(), owned.balance(), owned.inOtherCurrencies(), asOf.orElse(null));
  }

  private static AccountView view(
      Account account,
      @Nullable Money balance,
      List<Money> inOtherCurrencies,
      @Nullable Instant asOf) {
    return new AccountView(
        account.accountId(),
        account.type(),
        account.name(),
        account.currency(),
        account.creditLimit().amount(),
        balance,
        inOtherCurrencies.isEmpty() ? null : inOtherCurrencies,
        asOf);
  }
}
