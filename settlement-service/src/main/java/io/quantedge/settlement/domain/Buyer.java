package io.quantedge.settlement.domain;

import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import java.util.Optional;

/**
 * What an attempt read about an account that wants to buy.
 *
 * @param balance what it owns; may be negative down to the account's limit
 * @param version counts the changes of the balance
 */
public record Buyer(Account account, Money balance, long version) {

  /** Why this account cannot pay that price, or nothing if it can. */
  public Optional<RefusalReason> refusalOf(Money price) {
    if (account.type() != AccountType.ADVERTISER) {
      return Optional.of(RefusalReason.NOT_AN_ADVERTISER);
    }
    if (!account.currency().equals(price.currency())) {
      return Optional.of(RefusalReason.WRONG_CURRENCY);
    }
    // Each is within ±10^18, so the difference cannot overflow a long.
    boolean belowLimit = balance.units() - price.units() < -account.creditLimit().units();
    return belowLimit ? Optional.of(RefusalReason.LIMIT_EXCEEDED) : Optional.empty();
  }
}
