package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of one slot in the auction log, in their order. Filled by one thread, then only read.
 */
public final class SlotLog {
  private final int partition;
  private final List<LoggedBid> bids = new ArrayList<>();
  private Optional<Opening> opening = Optional.empty();
  private Optional<Marker> marker = Optional.empty();
  private long lastOffsetBeforeMarker = -1;
  private int strays;

  SlotLog(int partition) {
    this.partition = partition;
  }

  /** A bid and where it stands. */
  public record LoggedBid(long offset, Bid bid) {}

  /** The first opening; others have no effect. */
  public record Opening(long offset, SlotDefinition definition) {}

  /** The first close marker; others have no effect. */
  public record Marker(long offset, CloseMarked event) {}

  void add(int recordPartition, long offset, AuctionEvent event) {
    if (recordPartition != partition) {
      strays++;
      return;
    }
    boolean decided = marker.isPresent();
    switch (event) {
      case SlotOpened opened -> {
        if (opening.isEmpty()) {
          opening = Optional.of(new Opening(offset, opened.slot()));
        }
      }
      case BidPlaced placed -> bids.add(new LoggedBid(offset, placed.bid()));
      case CloseMarked marked -> {
        if (!decided) {
          marker = Optional.of(new Marker(offset, marked));
        }
      }
    }
    if (marker.isEmpty()) {
      lastOffsetBeforeMarker = offset;
    }
  }

  public int partition() {
    return partition;
  }

  public Optional<Opening> opening() {
    return opening;
  }

  public Optional<Marker> marker() {
    return marker;
  }

  /** The slot's last record before the marker. */
  public long lastOffsetBeforeMarker() {
    return lastOffsetBeforeMarker;
  }

  /** Records that stand in another partition than the slot's first: there must be none. */
  public int strays() {
    return strays;
  }

  /** All bids, late ones and repeats included. */
  public List<LoggedBid> bids() {
    return Collections.unmodifiableList(bids);
  }

  /** The bids of the auction itself: behind the opening and before the marker. */
  public List<LoggedBid> bidsInTime() {
    long from = opening.map(Opening::offset).orElse(Long.MAX_VALUE);
    long to = marker.map(Marker::offset).orElse(Long.MAX_VALUE);
    return bids.stream().filter(bid -> bid.offset() > from && bid.offset() < to).toList();
  }

  /** The first record of each bid id, late ones included. */
  public Map<UUID, LoggedBid> firstById() {
    Map<UUID, LoggedBid> first = HashMap.newHashMap(bids.size());
    bids.forEach(bid -> first.putIfAbsent(bid.bid().bidId().value(), bid));
    return first;
  }

  /** The bid at an offset. */
  public Optional<Bid> at(long offset) {
    int low = 0;
    int high = bids.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      LoggedBid bid = bids.get(middle);
      if (bid.offset() == offset) {
        return Optional.of(bid.bid());
      }
      if (bid.offset() < offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
