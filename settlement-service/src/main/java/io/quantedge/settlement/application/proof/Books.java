package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a proof left in the store, read back in one snapshot. Immutable.
 *
 * @param rejected slots that were decided without a sale
 * @param sales every settlement
 * @param entries lines of the ledger
 * @param entriesSum what they add up to in units of money; 0 in good books
 * @param holdings the buyers, in order of their ids
 */
public record Books(
    long rejected, List<Sale> sales, long entries, long entriesSum, List<Holding> holdings) {
  /** The lines that one sale has in the ledger. */
  private static final int ENTRIES_OF_A_SALE = 3;

  public Books {
    sales = List.copyOf(sales);
    holdings = List.copyOf(holdings);
  }

  /** A settlement. */
  public record Sale(SlotId slotId, UUID bidId, Instant committedAt) {}

  /**
   * What a buyer owns.
   *
   * @param guarded by its balance row
   * @param summed by its entries
   */
  public record Holding(AccountId accountId, Money guarded, Money summed) {}

  /** How many different slots were sold. */
  long slotsSold() {
    return sales.stream().map(Sale::slotId).distinct().count();
  }

  /** Whether each sale has its entries, they sum to zero, and each balance is their sum. */
  boolean balanced() {
    return entries == ENTRIES_OF_A_SALE * (long) sales.size()
        && entriesSum == 0
        && holdings.stream().allMatch(holding -> holding.guarded().equals(holding.summed()));
  }
}
