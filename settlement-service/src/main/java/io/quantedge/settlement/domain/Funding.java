package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that an advertiser pays in.
 *
 * @param fundingId chosen by whoever pays; the idempotency key within the account
 * @param amount above zero
 */
public record Funding(AccountId accountId, UUID fundingId, Money amount) {
  public Funding {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("amount must be above zero; it was " + amount.amount());
    }
  }

  /** The two entries of this funding. */
  public Posting posting() {
    return Posting.ofFunding(accountId, fundingId, amount);
  }

  /** Why the account cannot take it, or nothing if it can. */
  public Optional<Refusal> refusalBy(Buyer buyer) {
    if (buyer.account().type() != AccountType.ADVERTISER) {
      return Optional.of(Refusal.NOT_AN_ADVERTISER);
    }
    if (!buyer.account().currency().equals(amount.currency())) {
      return Optional.of(Refusal.WRONG_CURRENCY);
    }
    boolean tooMuch = buyer.balance().units() + amount.units() > Money.MAX_UNITS;
    return tooMuch ? Optional.of(Refusal.BALANCE_OUT_OF_RANGE) : Optional.empty();
  }

  /** Why a funding was not taken. */
  public enum Refusal {
    /** There is no such account. */
    UNKNOWN_ACCOUNT,
    /** Only advertisers pay in. */
    NOT_AN_ADVERTISER,
    /** The account trades in another currency. */
    WRONG_CURRENCY,
    /** The balance would be beyond NUMERIC(18,4). */
    BALANCE_OUT_OF_RANGE,
    /** The same fundingId was used before with another amount. */
    FUNDING_CONFLICT
  }
}
