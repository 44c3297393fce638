package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import java.util.List;

/**
 * What one batch of the log does to the store. The parts must be carried out in the order of this
 * record's fields, each finished before the next begins; within a part the order is free. Carrying
 * a plan out twice, or in part and then as a whole, gives the same store.
 *
 * @param growths slots that get more shards: readers must know before the first bid goes there
 * @param puts bids that are known to be the first of their id: written without asking
 * @param doubtful bids that may be repeats, of each other too: in log order within a partition, and
 *     written only if they belong to a slot and no record before them was
 * @param closes close markers
 * @param repeats how many records were passed over because their bid had been seen
 */
public record StorePlan(
    List<SlotGrowth> growths,
    List<BidRow> puts,
    List<DoubtfulBid> doubtful,
    List<SlotClose> closes,
    int repeats) {

  /** A slot's new shards, all steps so far included. */
  public record SlotGrowth(SlotId slotId, LogPosition opening, ShardHistory history) {}

  /** A bid of a slot whose bids' ids are not remembered, mostly one behind the close marker. */
  public record DoubtfulBid(Bid bid, LogPosition position) {}

  /** A close marker of a slot. */
  public record SlotClose(SlotId slotId, LogPosition position) {}

  public StorePlan {
    growths = List.copyOf(growths);
    puts = List.copyOf(puts);
    doubtful = List.copyOf(doubtful);
    closes = List.copyOf(closes);
  }
}
