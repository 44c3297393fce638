package io.quantedge.settlement.application;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.BookedEntry;
import io.quantedge.settlement.domain.Statement;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at the truth, in pages. Each answer is of one snapshot. Every failure is a {@link
 * StoreException}. Thread-safe.
 */
public interface TruthReads {
  /** Accounts in order of their ids. */
  Uni<Page<Listed, AccountId>> accounts(Page.Request<AccountId> page);

  /** What an account bought or sold, in order of time. */
  Uni<Page<SettlementEvent.Settled, TimeKey>> settlementsOf(
      AccountId accountId, Page.Request<TimeKey> page);

  /** Entries in order of account, then of time. */
  Uni<Page<BookedEntry, EntryKey>> ledger(LedgerFilter filter, Page.Request<EntryKey> page);

  /** A page of an account's statement; absent if there is no such account. */
  Uni<Optional<StatementPage>> statement(StatementRequest request, Page.Request<TimeKey> page);

  /**
   * @param balance the guarded one of an advertiser; absent for others, whose balances are sums
   */
  record Listed(Account account, Optional<Money> balance) {}

  /** A place in a list that is ordered by time: ids order what happened at once. */
  record TimeKey(Instant at, UUID id) {}

  /** A place in the ledger. */
  record EntryKey(AccountId accountId, Instant bookedAt, UUID entryId) {}

  /** A page of a statement, and where the next one begins. */
  record StatementPage(Statement statement, Optional<TimeKey> next) {}

  /**
   * Which entries are wanted; what is absent is not asked.
   *
   * @param from entries that are booked later
   * @param to entries that are booked no later
   */
  record LedgerFilter(
      Optional<AccountId> accountId,
      Optional<SlotId> slotId,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /**
   * Which statement is wanted.
   *
   * @param currency absent for the account's own
   * @param from what happened later than this
   * @param to up to and including this
   */
  record StatementRequest(
      AccountId accountId, Optional<String> currency, Instant from, Instant to) {
    public StatementRequest {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "to must not be before from; it was " + to + ", before " + from);
      }
    }
  }
}
