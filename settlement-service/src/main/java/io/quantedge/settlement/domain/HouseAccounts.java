package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import java.util.List;

/** The exchange's own accounts. They exist from the first start on. */
public final class HouseAccounts {
  /** Earns the fee of each settlement. */
  public static final AccountId FEES = new AccountId("exchange-fees");

  /** The other side of each funding: money that came in from outside. */
  public static final AccountId CASH = new AccountId("exchange-cash");

  private HouseAccounts() {}

  /**
   * @param currency the currency of the house; entries in other currencies are kept beside it
   */
  public static List<Account> in(String currency) {
    Money none = Money.ofUnits(0, currency);
    return List.of(
        new Account(FEES, AccountType.EXCHANGE, "Exchange fees", none),
        new Account(CASH, AccountType.EXCHANGE, "Exchange cash", none));
  }
}
