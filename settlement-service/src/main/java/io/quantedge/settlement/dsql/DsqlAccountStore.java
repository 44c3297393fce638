package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.TruthStore.Posted;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import io.quantedge.settlement.domain.Buyer;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps accounts beside settlements, under the same rules. Thread-safe. */
@Singleton
class DsqlAccountStore implements AccountStore {
  private final SqlTransactions transactions;
  private final AccountRows accounts;
  private final LedgerRows ledger;
  private final BalanceGuard balances;
  private final Clock clock;

  DsqlAccountStore(
      SqlTransactions transactions,
      AccountRows accounts,
      LedgerRows ledger,
      BalanceGuard balances,
      Clock clock) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.ledger = ledger;
    this.balances = balances;
    this.clock = clock;
  }

  @Override
  public Uni<Attempted<Account>> define(Account account) {
    return transactions.run(connection ->
        accounts
            .definition(connection, account.accountId())
            .chain(found ->
                found.isPresent()
                    ? Uni.createFrom().item(Attempted.alreadyThere(found.get()))
                    : defineNew(connection, account)));
  }

  /**
   * A guarded balance begins at zero, and an account that was credited before it was defined has
   * more than that: it is what it has been used as, a publisher.
   */
  private Uni<Attempted<Account>> defineNew(SqlConnection connection, Account account) {
    Uni<Attempted<Account>> define =
        Uni.createFrom()
            .deferred(() -> accounts.insert(connection, account, now()))
            .replaceWith(Attempted.committed(account));
    if (account.type() != AccountType.ADVERTISER) {
      return define;
    }
    return accounts
        .ledgerSums(connection, account.accountId())
        .chain(sums ->
            sums.isEmpty()
                ? define
                : Uni.createFrom().item(Attempted.alreadyThere(impliedPublisher(account))));
  }

  private static Account impliedPublisher(Account account) {
    return new Account(
        account.accountId(),
        AccountType.PUBLISHER,
        account.accountId().value(),
        Money.ofUnits(0, account.currency()));
  }

  @Override
  public Uni<Optional<Owned>> find(AccountId accountId) {
    return transactions.run(connection ->
        accounts
            .definition(connection, accountId)
            .chain(found ->
                found.isPresent()
                    ? owned(connection, found.get()).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty())));
  }

  @Override
  public Uni<Optional<Owned>> find(AccountId accountId, Instant asOf) {
    return transactions.run(connection ->
        accounts
            .definition(connection, accountId)
            .chain(found ->
                found.isPresent()
                    ? accounts
                        .ledgerSums(connection, accountId, asOf)
                        .map(sums -> Optional.of(owned(found.get(), sums)))
                    : Uni.createFrom().item(Optional.empty())));
  }

  @Override
  public Uni<Attempted<FundingResult>> fund(Funding funding) {
    return transactions.run(connection ->
        balances
            .read(connection, Set.of(funding.accountId()))
            .chain(buyers -> {
              Buyer buyer = buyers.get(funding.accountId());
              return buyer == null
                  ? refused(Funding.Refusal.UNKNOWN_ACCOUNT)
                  : bookOnce(connection, funding, buyer);
            }));
  }

  private Uni<Owned> owned(SqlConnection connection, Account account) {
    if (account.type() == AccountType.ADVERTISER) {
      return accounts
          .balance(connection, account)
          .map(balance -> new Owned(account, balance, List.of()));
    }
    return accounts.ledgerSums(connection, account.accountId()).map(sums -> owned(account, sums));
  }

  private static Owned owned(Account account, List<Money> sums) {
    Money own =
        sums.stream()
            .filter(sum -> sum.currency().equals(account.currency()))
            .findFirst()
            .orElse(Money.ofUnits(0, account.currency()));
    return new Owned(
        account, own, sums.stream().filter(sum -> !sum.currency().equals(own.currency())).toList());
  }

  private Uni<Attempted<FundingResult>> bookOnce(
      SqlConnection connection, Funding funding, Buyer buyer) {
    return ledger
        .find(connection, funding.posting().postingId())
        .chain(posted ->
            posted.isPresent()
                ? bookedBefore(funding, buyer, posted.get())
                : funding
                    .refusalBy(buyer)
                    .map(DsqlAccountStore::refused)
                    .orElseGet(() -> book(connection, funding, buyer)));
  }

  private static Uni<Attempted<FundingResult>> bookedBefore(
      Funding funding, Buyer buyer, Posted posted) {
    return posted.posting().equals(funding.posting())
        ? Uni.createFrom()
            .item(Attempted.alreadyThere(new FundingResult.Booked(funding, buyer.balance())))
        : refused(Funding.Refusal.FUNDING_CONFLICT);
  }

  private Uni<Attempted<FundingResult>> book(
      SqlConnection connection, Funding funding, Buyer buyer) {
    Instant now = now();
    Money balance = buyer.balance().plus(funding.amount());
    return ledger
        .append(connection, funding.posting(), now)
        .chain(() -> balances.change(connection, List.of(new BalanceChange(buyer, balance)), now))
        .replaceWith(Attempted.committed(new FundingResult.Booked(funding, balance)));
  }

  private static Uni<Attempted<FundingResult>> refused(Funding.Refusal refusal) {
    return Uni.createFrom().item(Attempted.committed(new FundingResult.Refused(refusal)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
