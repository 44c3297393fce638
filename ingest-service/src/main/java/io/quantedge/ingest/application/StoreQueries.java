package io.quantedge.ingest.application;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.domain.ListedSlot;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.SlotState;
import io.quantedge.ingest.domain.StoredBid;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Questions to the bid store. Each is answered with a bounded amount of reading, none by looking at
 * the whole table; what has expired is left out. Thread-safe.
 */
public interface StoreQueries {
  /**
   * Slots by their closing time.
   *
   * @param closesFrom the earliest
   * @param closesTo the latest, not included
   * @param after the place that an earlier page named
   */
  record SlotSearch(
      Optional<SlotState> state,
      Instant closesFrom,
      Instant closesTo,
      int limit,
      Optional<String> after) {}

  /**
   * Bids of one slot.
   *
   * @param after the place that an earlier page named
   */
  record BidSearch(
      StoredSlot slot,
      Optional<Region> region,
      Optional<AccountId> accountId,
      int limit,
      Optional<String> after) {}

  /** In the order of their closing times. */
  Uni<Page<ListedSlot>> slots(SlotSearch search);

  /**
   * By region and id, all shards merged; a bid that stands in several is taken where it is first.
   */
  Uni<Page<StoredBid>> bids(BidSearch search);

  /** One bid of a slot, in whichever region and shard it stands. */
  Uni<Optional<StoredBid>> bid(StoredSlot slot, BidId bidId);

  /** How a slot's auction ended. */
  Uni<Optional<AuctionOutcome>> outcome(SlotId slotId);

  /** A slot's latest counts. */
  Uni<Optional<TrafficStats>> traffic(SlotId slotId);

  /**
   * The slots with the most bids among those that moved lately, most first.
   *
   * @param now the hour of this instant and the one before are looked at
   */
  Uni<List<TrafficStats>> hotSlots(Instant now, int limit);
}
