package io.quantedge.bare;

import org.jspecify.annotations.Nullable;

/** The fields that intake reads, as it reads them. */
record BareBid(
    @Nullable String bidId,
    @Nullable String accountId,
    @Nullable String region,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable Integer latencyMs,
    @Nullable String qualityScore) {}
