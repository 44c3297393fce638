package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import java.time.Instant;

/**
 * A bid as the store keeps it.
 *
 * @param position where the bid stands in the log
 * @param slotClosesAt from when on the bid's time to live is counted
 */
public record BidRow(Bid bid, LogPosition position, Instant slotClosesAt) {}
