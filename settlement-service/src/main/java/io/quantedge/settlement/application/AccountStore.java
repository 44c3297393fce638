package io.quantedge.settlement.application;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Funding;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept. Every failure is a {@link StoreException}. Thread-safe. */
public interface AccountStore {
  /**
   * One attempt to define an account; an advertiser gets its guarded balance, at zero. If the id is
   * taken, it writes nothing and answers with the account that has it. An id that has earned money
   * before anybody defined it is a publisher's: an advertiser cannot take it.
   */
  Uni<Attempted<Account>> define(Account account);

  /** An account and what it owns. */
  Uni<Optional<Owned>> find(AccountId accountId);

  /** An account and the sums of its entries up to and including an instant. */
  Uni<Optional<Owned>> find(AccountId accountId, Instant asOf);

  /** One attempt to book a funding and to raise the guarded balance by it. */
  Uni<Attempted<FundingResult>> fund(Funding funding);

  /**
   * @param balance in the account's currency: the guarded row of an advertiser, for others the sum
   *     of their entries
   * @param inOtherCurrencies sums of entries in further currencies, by currency
   */
  record Owned(Account account, Money balance, List<Money> inOtherCurrencies) {
    public Owned {
      inOtherCurrencies = List.copyOf(inOtherCurrencies);
    }
  }

  /** What became of a funding. */
  sealed interface FundingResult {
    /** It is booked. */
    record Booked(Funding funding, Money balance) implements FundingResult {}

    /** It is refused, and nothing was written. */
    record Refused(Funding.Refusal refusal) implements FundingResult {}
  }
}
