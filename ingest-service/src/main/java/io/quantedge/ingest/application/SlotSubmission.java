package io.quantedge.ingest.application;

import org.jspecify.annotations.Nullable;

/**
 * A slot's definition as somebody sent it, nothing checked.
 *
 * @param softClose how late bids extend the auction; none do without it
 */
public record SlotSubmission(
    @Nullable String publisherId,
    @Nullable String name,
    @Nullable String floor,
    @Nullable String currency,
    @Nullable String pricing,
    @Nullable String ranking,
    @Nullable String increment,
    @Nullable String opensAt,
    @Nullable String closesAt,
    @Nullable SoftCloseTerms softClose) {

  /** The three durations of a soft close, in milliseconds; all of them are required. */
  public record SoftCloseTerms(
      @Nullable Long windowMillis, @Nullable Long extensionMillis, @Nullable Long maximumMillis) {}

  /** A slot that closes at its time, whatever comes last. */
  public SlotSubmission(
      @Nullable String publisherId,
      @Nullable String name,
      @Nullable String floor,
      @Nullable String currency,
      @Nullable String pricing,
      @Nullable String ranking,
      @Nullable String increment,
      @Nullable String opensAt,
      @Nullable String closesAt) {
    this(publisherId, name, floor, currency, pricing, ranking, increment, opensAt, closesAt, null);
  }
}
