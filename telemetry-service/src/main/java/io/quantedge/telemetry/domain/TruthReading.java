package io.quantedge.telemetry.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the truth store answered when its books were last asked, and whether it answers now.
 * Immutable.
 *
 * @param books the last answer; absent if there was none yet
 * @param trouble why there is no newer one, for people; absent if the last question was answered
 */
public record TruthReading(Optional<Books> books, Optional<String> trouble) {
  public static final TruthReading NOT_ASKED =
      new TruthReading(Optional.empty(), Optional.of("the truth store was not asked yet"));

  /** An answer. */
  public static TruthReading of(Books books) {
    return new TruthReading(Optional.of(books), Optional.empty());
  }

  /** No answer; the former one stays, with its age. */
  public TruthReading failed(String why) {
    return new TruthReading(books, Optional.of(why));
  }

  /**
   * The books of one snapshot.
   *
   * @param at when the question was asked
   * @param ledgerSums the sum of all entries by currency
   * @param entries of the ledger
   * @param postings groups of entries that were booked together
   * @param balances guarded balances
   * @param unequalBalances those that are not the sum of their account's entries
   * @param voided slots whose sale was undone
   * @param disputed slots with a dispute on record
   */
  public record Books(
      Instant at,
      SortedMap<String, BigDecimal> ledgerSums,
      long entries,
      long postings,
      long balances,
      long unequalBalances,
      long voided,
      long disputed) {
    public Books {
      ledgerSums = Collections.unmodifiableSortedMap(new TreeMap<>(ledgerSums));
    }
  }
}
