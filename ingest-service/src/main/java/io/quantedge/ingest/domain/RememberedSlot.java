package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store's fold knows of an open slot: the ids of its bids, unless there were too many, and
 * how fast they come. Not thread-safe.
 */
final class RememberedSlot {
  private final LogPosition opening;
  private final Instant endsAt;
  private final RateWatch rate = new RateWatch();
  private SlotShards shards;
  private @Nullable BidIds bidIds;

  RememberedSlot(LogPosition opening, Instant endsAt, SlotShards shards) {
    this.opening = opening;
    this.endsAt = endsAt;
    this.shards = shards;
    this.bidIds = new BidIds(shards.seed());
  }

  LogPosition opening() {
    return opening;
  }

  SlotShards shards() {
    return shards;
  }

  boolean knowsItsBids() {
    return bidIds != null;
  }

  int rememberedBids() {
    return bidIds == null ? 0 : bidIds.size();
  }

  /** Lets go of the ids; the rate is watched on, so that every owner sees the same shards. */
  void forgetBids() {
    bidIds = null;
  }

  /** Returns false if the bid's id was there; only to be asked of a slot that knows its bids. */
  boolean addFirst(Bid bid) {
    return bidIds != null && bidIds.add(bid.bidId().value());
  }

  BidRow row(Bid bid, LogPosition position) {
    return new BidRow(bid, position, endsAt, shards.shardOf(bid.bidId(), position.offset()));
  }

  /**
   * Counts a bid, repeats included, because whoever forgot the ids cannot tell them apart.
   *
   * @param mayGrow false where bids are in the store already and stay where they are
   * @return the new shards, if this bid makes them more
   */
  Optional<SlotShards> observe(Bid bid, LogPosition position, boolean mayGrow, ShardRules rules) {
    int latest = shards.history().latest();
    int wanted = rate.shardsFor(bid.acceptedAt(), latest, rules);
    if (wanted == latest || !mayGrow) {
      return Optional.empty();
    }
    shards = shards.grown(position.offset(), wanted);
    return Optional.of(shards);
  }
}
