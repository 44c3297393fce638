package io.quantedge.ingest.domain;

import io.quantedge.contracts.traffic.AuctionEvent;

/** One readable record of the auction log together with its place. */
public record LogRecord(LogPosition position, AuctionEvent event) {}
