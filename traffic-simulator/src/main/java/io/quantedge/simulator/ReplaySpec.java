package io.quantedge.simulator;

import java.nio.file.Path;

/**
 * Recorded auctions to replay.
 *
 * @param csv a file with the columns {@code auction_id, bid, bid_time_days, bidder, opening_bid,
 *     final_price, item, auction_days}, in any order; {@code final_price}, {@code item} and {@code
 *     auction_days} may be missing
 * @param seed makes the bids' ids and their bidders' regions
 */
public record ReplaySpec(Path csv, long seed) {}
