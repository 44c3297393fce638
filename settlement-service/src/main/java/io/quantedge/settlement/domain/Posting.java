package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ledger entries that stand or fall together. It cannot be built unless they sum to zero, so it is
 * checked when it is made, before it is committed, and again whenever it is read back.
 *
 * @param postingId a function of what is posted, so that posting it twice wants the same rows
 * @param slotId the slot that was sold, if any
 */
public record Posting(UUID postingId, Optional<SlotId> slotId, List<LedgerEntry> entries) {
  public Posting {
    entries = List.copyOf(entries);
    requireZeroSum(postingId, entries);
  }

  /** A sale: the buyer pays {@code net + fee}, the publisher gets the net, the house the fee. */
  public static Posting ofSale(
      SlotId slotId, AccountId buyerId, AccountId publisherId, Money net, Money fee) {
    return new Posting(
        SettlementId.of(slotId).value(),
        Optional.of(slotId),
        List.of(
            new LedgerEntry(1, buyerId, EntryKind.SALE_DEBIT, net.plus(fee).negated()),
            new LedgerEntry(2, publisherId, EntryKind.SALE_CREDIT, net),
            new LedgerEntry(3, HouseAccounts.FEES, EntryKind.FEE_CREDIT, fee)));
  }

  /** Money that an advertiser pays in. */
  public static Posting ofFunding(AccountId accountId, UUID fundingId, Money amount) {
    return new Posting(
        fundingPostingId(accountId, fundingId),
        Optional.empty(),
        List.of(
            new LedgerEntry(1, accountId, EntryKind.FUNDING_CREDIT, amount),
            new LedgerEntry(2, HouseAccounts.CASH, EntryKind.FUNDING_DEBIT, amount.negated())));
  }

  /**
   * What undoes a sale: each entry again with the opposite sign. A slot has one at most, because
   * its id is a function of the slot.
   *
   * @throws IllegalStateException if the posting is no sale
   */
  public static Posting ofReversal(Posting sale) {
    SlotId slotId =
        sale.slotId()
            .orElseThrow(() -> new IllegalStateException(sale.postingId() + " sold no slot"));
    return new Posting(
        reversalPostingId(slotId),
        Optional.of(slotId),
        sale.entries().stream().map(entry -> mirrored(sale, entry)).toList());
  }

  /** The posting that undoes the sale of a slot, if one ever does. */
  public static UUID reversalPostingId(SlotId slotId) {
    return named("reversal/" + slotId);
  }

  /** The entry of a kind, of which this posting has at most one. */
  public Optional<LedgerEntry> entryOf(EntryKind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).findFirst();
  }

  /**
   * The posting of a funding. Derived, because a funding's id is chosen by a stranger: taken as it
   * is, it could occupy the id of a settlement to come.
   */
  public static UUID fundingPostingId(AccountId accountId, UUID fundingId) {
    return named("funding/" + accountId + "/" + fundingId);
  }

  /** The key of an entry: spread evenly, so that a busy account's rows are no hot spot. */
  public UUID entryId(LedgerEntry entry) {
    return named("entry/" + postingId + "/" + entry.entryNo());
  }

  private static LedgerEntry mirrored(Posting sale, LedgerEntry entry) {
    EntryKind kind =
        entry
            .kind()
            .reversal()
            .orElseThrow(() ->
                new IllegalStateException(
                    "posting " + sale.postingId() + " is no sale: it has a " + entry.kind()));
    return new LedgerEntry(entry.entryNo(), entry.accountId(), kind, entry.amount().negated());
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireZeroSum(UUID postingId, List<LedgerEntry> entries) {
    Money sum =
        entries.stream()
            .map(LedgerEntry::amount)
            .reduce(Money::plus)
            .orElseThrow(
                () -> new IllegalStateException("posting " + postingId + " has no entries"));
    if (sum.units() != 0) {
      throw new IllegalStateException(
          "posting " + postingId + " must sum to zero; it sums to " + sum);
    }
  }
}
