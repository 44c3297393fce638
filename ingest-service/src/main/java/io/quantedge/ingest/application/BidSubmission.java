package io.quantedge.ingest.application;

import org.jspecify.annotations.Nullable;

/**
 * A bid as somebody sent it, nothing checked: every way into the exchange fills one of these, so
 * that all of them refuse the same things in the same words. Amounts and scores are text, never a
 * float.
 */
public record BidSubmission(
    @Nullable String slotId,
    @Nullable String bidId,
    @Nullable String accountId,
    @Nullable String region,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable Integer latencyMs,
    @Nullable String qualityScore) {

  /** The same bid for a slot that is named outside of it. */
  public BidSubmission forSlot(String otherSlotId) {
    return new BidSubmission(
        otherSlotId, bidId, accountId, region, amount, currency, latencyMs, qualityScore);
  }

  /** The same bid under an id that stands outside of it, unless it names one itself. */
  public BidSubmission orBidId(String otherBidId) {
    return bidId != null
        ? this
        : new BidSubmission(
            slotId, otherBidId, accountId, region, amount, currency, latencyMs, qualityScore);
  }
}
