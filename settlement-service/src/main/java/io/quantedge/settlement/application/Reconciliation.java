package io.quantedge.settlement.application;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whether the books agree with each other, in one snapshot. Sums are plain decimals: a sum that is
 * beyond {@code NUMERIC(18,4)} is to be shown, not to be refused.
 *
 * @param trialBalance sums of all entries by currency and type of account
 * @param checks one for each promise, in a fixed order
 */
public record Reconciliation(List<TrialLine> trialBalance, List<Check> checks) {
  public Reconciliation {
    trialBalance = List.copyOf(trialBalance);
    checks = List.copyOf(checks);
  }

  /** Whether every check holds. */
  public boolean holds() {
    return checks.stream().allMatch(Check::holds);
  }

  /**
   * @param accountType a type of account, or {@code UNDEFINED}: entries whose account nobody has
   *     defined
   * @param sum of the signed amounts
   */
  public record TrialLine(String currency, String accountType, long entries, BigDecimal sum) {}

  /**
   * One promise.
   *
   * @param rows how many rows were looked at
   * @param violations how many of them break it
   * @param examples the first few of these, in words
   */
  public record Check(Promise promise, long rows, long violations, List<String> examples) {
    public Check {
      examples = List.copyOf(examples);
    }

    public boolean holds() {
      return violations == 0;
    }
  }

  /** What the books promise. */
  public enum Promise {
    /** All entries of a currency sum to zero. */
    LEDGER_SUMS_TO_ZERO,
    /** The entries of each posting sum to zero. */
    POSTINGS_SUM_TO_ZERO,
    /** Each guarded balance is the sum of its account's entries. */
    BALANCES_ARE_SUMS_OF_ENTRIES,
    /** Each slot that was decided as settled has one settlement, and no other slot has one. */
    SETTLED_SLOTS_HAVE_ONE_SETTLEMENT,
    /** Each settlement has the three entries of its sale, and no others are called a sale. */
    SETTLEMENTS_HAVE_ONE_SALE,
    /** Each settlement's price is its fee and its net. */
    PRICES_ARE_FEE_AND_NET,
    /** Each voided slot has entries that mirror its sale, and no other slot has any. */
    VOIDS_MIRROR_SALES
  }
}
