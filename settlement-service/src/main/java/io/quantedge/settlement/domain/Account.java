package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;

/**
 * Who trades, and in which currency. A definition never changes, so a decision may read it without
 * guarding it. Immutable.
 *
 * @param name what people call it; 1 to {@value #MAX_NAME_LENGTH} characters
 * @param creditLimit how far below zero the balance may go, zero or more; its currency is the
 *     account's currency
 */
public record Account(AccountId accountId, AccountType type, String name, Money creditLimit) {
  public static final int MAX_NAME_LENGTH = 200;

  public Account {
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "name must have 1 to " + MAX_NAME_LENGTH + " characters; it had " + name.length());
    }
    if (creditLimit.units() < 0) {
      throw new IllegalArgumentException(
          "creditLimit must be zero or more; it was " + creditLimit.amount());
    }
    if (type != AccountType.ADVERTISER && creditLimit.isPositive()) {
      throw new IllegalArgumentException(
          "creditLimit is for advertisers only; this account is of type " + type);
    }
  }

  /** The ISO 4217 code in which this account trades. */
  public String currency() {
    return creditLimit.currency();
  }
}
