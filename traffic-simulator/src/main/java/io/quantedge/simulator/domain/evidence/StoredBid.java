package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.bid.Bid;

/**
 * A bid as the bid store keeps it.
 *
 * @param partition of the log record that it was written from
 * @param offset of that record
 */
public record StoredBid(Bid bid, int partition, long offset) {}
