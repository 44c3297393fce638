package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The exchange at a glance: bids, outcomes, settlements. Each group says what it rests on.
 *
 * @param at when it was put together
 * @param bids what became of the bids before their slot's close marker, and those behind it
 * @param topSlots the slots with the most bids, most first
 * @param recentSlots the slots that moved last, newest first
 * @param coverage what of all that was ever read is in these figures
 * @param latency the way from a close marker to truth, and its two parts
 * @param hotSlots the slots with the most bids at the moment
 * @param reconciliation whether sums that must agree do
 * @param store how far DynamoDB and settlement are behind
 * @param ledger what stands in the books
 */
public record Overview(
    Instant at,
    Bids bids,
    Rate rate,
    Slots slots,
    Outcomes outcomes,
    Settlements settlements,
    MoneySettled money,
    CloseToSettled closeToSettled,
    WinningRegions winningRegions,
    SlotLines topSlots,
    SlotLines recentSlots,
    Coverage coverage,
    Latency latency,
    HotSlots hotSlots,
    Reconciliation reconciliation,
    Store store,
    Ledger ledger) {

  /**
   * {@code received = counted + duplicate + the rejected}; late bids stand outside that sum.
   *
   * @param rejected by reason
   */
  public record Bids(
      Evidence evidence,
      long received,
      long counted,
      long duplicate,
      SortedMap<String, Long> rejected,
      long late,
      SortedMap<String, RegionBids> byRegion)
      implements FigureGroup {}

  /** The bids of one region before the close markers. */
  public record RegionBids(long received, long counted, long duplicate, long rejected) {}

  /**
   * Bids per second, as evaluators reported them.
   *
   * @param windowSeconds the time between the two counts of which it is the difference
   * @param bidsPerSecond null if there are no two counts yet
   */
  public record Rate(Evidence evidence, double windowSeconds, @Nullable Double bidsPerSecond)
      implements FigureGroup {}

  /** Slots seen, by whether their auction has ended. */
  public record Slots(Evidence evidence, long open, long closed) implements FigureGroup {}

  /** How auctions ended. */
  public record Outcomes(Evidence evidence, long awarded, long unsold) implements FigureGroup {}

  /**
   * What became truth.
   *
   * @param waiting outcomes without a settlement
   * @param oldestWaitingSince when the oldest of those was closed; null if none waits
   */
  public record Settlements(
      Evidence evidence,
      long settled,
      long rejected,
      long unsold,
      long waiting,
      @Nullable Instant oldestWaitingSince)
      implements FigureGroup {}

  /** Money that changed hands. */
  public record MoneySettled(Evidence evidence, SortedMap<String, CurrencySum> byCurrency)
      implements FigureGroup {}

  /** Exact sums with four decimals, as text. */
  public record CurrencySum(long settlements, String price, String fee, String net) {}

  /** Milliseconds from a slot's close marker to its committed settlement; null without a sample. */
  public record CloseToSettled(
      Evidence evidence,
      @Nullable Long p50Millis,
      @Nullable Long p95Millis,
      @Nullable Long p99Millis)
      implements FigureGroup {}

  /** Auctions won, by the region of the winning bid. */
  public record WinningRegions(Evidence evidence, SortedMap<String, Long> byRegion)
      implements FigureGroup {}

  /** Some of the slots that are kept in memory. */
  public record SlotLines(Evidence evidence, List<SlotLine> lines) implements FigureGroup {}

  /**
   * A slot as far as telemetry knows it.
   *
   * @param name null until its outcome was seen
   * @param state {@code OPEN, CLOSED, AWARDED, UNSOLD, SETTLED} or {@code REJECTED}
   * @param winningRegion null if there is no winner, or none yet
   * @param winner the account; null likewise
   * @param price what the buyer pays, four decimals; null likewise
   * @param lastAt the newest event about it
   */
  public record SlotLine(
      String slotId,
      @Nullable String name,
      String state,
      long received,
      long counted,
      long late,
      @Nullable String winningRegion,
      @Nullable String winner,
      @Nullable String price,
      @Nullable String currency,
      Instant lastAt) {}

  /**
   * @param exact false once anything was cut short or could not be read
   * @param slotsRetired slots that are in the totals and no longer kept in detail
   * @param operationsRetired operations likewise
   * @param cutShort slots or operations retired before they were finished
   * @param unreadable records that could not be read, by topic
   * @param since by topic, since when every record is there; null if none was ever deleted
   * @param fromTruthStore which totals were completed from the truth store
   * @param notKnown what cannot be known any more and why, as sentences
   */
  public record Coverage(
      boolean exact,
      long slotsRetired,
      long operationsRetired,
      long cutShort,
      SortedMap<String, Long> unreadable,
      SortedMap<String, @Nullable Instant> since,
      List<String> fromTruthStore,
      List<String> notKnown) {}

  /** Each part of the way has its own evidence, because each has its own sample. */
  public record Latency(
      LatencyFigures closeToOutcome,
      LatencyFigures outcomeToSettled,
      LatencyFigures closeToSettled) {}

  /** Milliseconds; null without a sample. */
  public record LatencyFigures(
      Evidence evidence,
      @Nullable Long p50Millis,
      @Nullable Long p95Millis,
      @Nullable Long p99Millis)
      implements FigureGroup {}

  /**
   * The slots with the most bids in the last seconds, most first.
   *
   * @param windowSeconds over which the rates are measured; 0 if it is too short yet
   */
  public record HotSlots(Evidence evidence, double windowSeconds, List<HotLine> lines)
      implements FigureGroup {}

  /** See {@link SlotLine} for the state. */
  public record HotLine(String slotId, double bidsPerSecond, long received, String state) {}

  /** Sums that come to be in different ways, held against each other. */
  public record Reconciliation(Evidence evidence, List<Check> checks) implements FigureGroup {}

  /**
   * @param holds null if it is not known; {@code why} says so
   * @param left what is compared, as text
   * @param right with what
   * @param difference of the two; null if there is nothing to compare
   * @param checkedAt when the figures were read; null if never
   */
  public record Check(
      String name,
      @Nullable Boolean holds,
      String left,
      String right,
      @Nullable String difference,
      String why,
      @Nullable Instant checkedAt) {}

  /**
   * What waits to be written. Null means that nobody has told in the last seconds.
   *
   * @param lagRecords records of the log that are not in DynamoDB yet
   * @param oldestUnwrittenSeconds age of the oldest of those
   * @param hotSlots slots that are written to more than one key
   * @param oldestWaitingOutcomeSeconds since the oldest outcome without a settlement was closed;
   *     null if none waits
   */
  public record Store(
      Evidence evidence,
      @Nullable Long lagRecords,
      @Nullable Double oldestUnwrittenSeconds,
      @Nullable Long hotSlots,
      @Nullable Double oldestWaitingOutcomeSeconds)
      implements FigureGroup {}

  /**
   * The books by the truth store's last answer; null if it never answered.
   *
   * @param postings groups of entries that were booked together
   * @param voided slots whose sale was undone
   * @param disputed slots with a dispute on record
   */
  public record Ledger(
      Evidence evidence,
      @Nullable Long entries,
      @Nullable Long postings,
      @Nullable Long voided,
      @Nullable Long disputed,
      @Nullable Instant checkedAt)
      implements FigureGroup {}
}
