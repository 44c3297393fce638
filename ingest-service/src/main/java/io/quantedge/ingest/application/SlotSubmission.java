package io.quantedge.ingest.application;

import org.jspecify.annotations.Nullable;

/** A slot's definition as somebody sent it, nothing checked. */
public record SlotSubmission(
    @Nullable String publisherId,
    @Nullable String name,
    @Nullable String floor,
    @Nullable String currency,
    @Nullable String pricing,
    @Nullable String ranking,
    @Nullable String increment,
    @Nullable String opensAt,
    @Nullable String closesAt) {}
