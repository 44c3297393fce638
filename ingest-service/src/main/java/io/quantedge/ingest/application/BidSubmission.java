package io.quantedge.ingest.application;

import org.jspecify.annotations.Nullable;

/**
 * A bid as somebody sent it, nothing checked: every way into the exchange fills one of these, so
 * that all of them refuse the same things in the same words. Amounts and scores are text, never a
 * float.
 */
public record BidSubmission(
    @Nullable String bidId,
    @Nullable String accountId,
    @Nullable String region,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable Integer latencyMs,
    @Nullable String qualityScore) {}
