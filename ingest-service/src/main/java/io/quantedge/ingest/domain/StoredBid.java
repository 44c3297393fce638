package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;

/** A bid as it is read from the store: the first record of its id. */
public record StoredBid(Bid bid, LogPosition position) {}
