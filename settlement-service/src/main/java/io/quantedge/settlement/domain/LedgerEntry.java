package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;

/**
 * One line of a posting: an account's balance changes by a signed amount.
 *
 * @param entryNo its place in the posting, from 1
 * @param amount negative for a debit; zero is possible, so that every settlement has three entries
 */
public record LedgerEntry(int entryNo, AccountId accountId, EntryKind kind, Money amount) {}
