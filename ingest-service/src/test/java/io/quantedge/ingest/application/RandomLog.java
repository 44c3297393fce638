package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.testing.FakeStore;
import io.quantedge.ingest.testing.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * One partition of an auction log in which all that can go wrong happens: bids before the opening,
 * repeats, conflicting repeats from other regions, openings and markers twice, late bids, slots
 * that nobody opens.
 */
record RandomLog(List<LogRecord> records) {
  private static final int SLOTS = 4;
  private static final int BIDS_PER_SLOT = 8;
  private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "sa-east-1");

  /** What the store must hold in the end, by the plain reading of the rules. */
  record Truth(
      Map<FakeStore.Key, BidRow> bids,
      Map<SlotId, LogPosition> openings,
      Map<SlotId, Long> closeOffsets) {}

  private record SlotBid(SlotId slotId, BidId bidId) {}

  static RandomLog of(SplittableRandom random, int partition, int length) {
    List<LogRecord> records = new ArrayList<>();
    for (long offset = 0; offset < length; offset++) {
      String slotId = "p" + partition + "-s" + random.nextInt(SLOTS);
      records.add(new LogRecord(new LogPosition(partition, offset), event(random, slotId)));
    }
    return new RandomLog(records);
  }

  private static AuctionEvent event(SplittableRandom random, String slotId) {
    int kind = random.nextInt(100);
    if (kind < 6) {
      String name = "definition " + random.nextInt(2);
      return new AuctionEvent.SlotOpened(Samples.slot(slotId, name), Samples.OPENS_AT);
    }
    if (kind < 10) {
      return new AuctionEvent.CloseMarked(new SlotId(slotId), CloseCause.TIMER, Samples.CLOSES_AT);
    }
    UUID bidId = new UUID(0, random.nextInt(BIDS_PER_SLOT));
    String amount = Integer.toString(1 + random.nextInt(3));
    String region = REGIONS.get(random.nextInt(REGIONS.size()));
    return new AuctionEvent.BidPlaced(Samples.bid(slotId, bidId, amount, region));
  }

  /**
   * @param shards of each slot, as the store has them in the end: they say where each bid belongs
   */
  Truth truth(Map<SlotId, SlotShards> shards) {
    Map<SlotId, KnownSlot> slots = new HashMap<>();
    Map<SlotId, Long> closeOffsets = new HashMap<>();
    Map<SlotBid, BidRow> firsts = new HashMap<>();
    for (LogRecord each : records) {
      switch (each.event()) {
        case AuctionEvent.SlotOpened opened ->
            slots.putIfAbsent(opened.slotId(), KnownSlot.opened(opened.slot(), each.position()));
        case AuctionEvent.CloseMarked marked -> {
          if (slots.containsKey(marked.slotId())) {
            closeOffsets.putIfAbsent(marked.slotId(), each.position().offset());
          }
        }
        case AuctionEvent.BidPlaced placed -> {
          Bid bid = placed.bid();
          if (slots.containsKey(bid.slotId())) {
            firsts.putIfAbsent(
                new SlotBid(bid.slotId(), bid.bidId()), row(bid, each.position(), shards));
          }
        }
      }
    }
    Map<FakeStore.Key, BidRow> bids = new HashMap<>();
    firsts.values().forEach(row -> bids.put(FakeStore.key(row), row));
    Map<SlotId, LogPosition> openings = new HashMap<>();
    slots.forEach((slotId, slot) -> openings.put(slotId, slot.opening()));
    return new Truth(bids, openings, closeOffsets);
  }

  private static BidRow row(Bid bid, LogPosition position, Map<SlotId, SlotShards> shards) {
    SlotShards ofSlot = shards.getOrDefault(bid.slotId(), SlotShards.fresh(0));
    int shard = ofSlot.shardOf(bid.bidId(), position.offset());
    return new BidRow(bid, position, Samples.CLOSES_AT, shard);
  }
}
