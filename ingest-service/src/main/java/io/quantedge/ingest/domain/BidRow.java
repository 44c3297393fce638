package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import java.time.Instant;

/**
 * A bid as the store keeps it.
 *
 * @param position where the bid stands in the log
 * @param slotEndsAt from when on the bid's time to live is counted: its slot's latest deadline
 * @param shard which of its slot's keys it belongs to
 */
public record BidRow(Bid bid, LogPosition position, Instant slotEndsAt, int shard) {}
