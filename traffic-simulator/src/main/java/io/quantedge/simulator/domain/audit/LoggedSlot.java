package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One slot as its partition of the auction log tells it, folded record by record. Filled by one
 * thread, then only read.
 */
public final class LoggedSlot {
  private final int partition;
  private final long seed;
  private @Nullable Rebuild rebuild;
  private @Nullable CloseMarked marker;
  private long openOffset = -1;
  private long lastOffset = -1;
  private long closeOffset = -1;
  private long records;
  private long orphans;
  private long unreadable;
  private Instant newest = Instant.MIN;

  /**
   * @param seed of the order in which bids are kept; any number that no bidder knows
   */
  public LoggedSlot(int partition, long seed) {
    this.partition = partition;
    this.seed = seed;
  }

  /** Takes the slot's next record. */
  public void add(AuctionEvent event, long offset) {
    records++;
    switch (event) {
      case SlotOpened opened -> open(opened.slot(), offset);
      case BidPlaced placed -> bid(placed, offset);
      case CloseMarked marked -> close(marked, offset);
    }
    if (rebuild != null && marker == null) {
      lastOffset = offset;
    }
  }

  /** Notes a record under the slot's key that is not an event. */
  public void addUnreadable() {
    records++;
    unreadable++;
  }

  private void open(SlotDefinition slot, long offset) {
    if (rebuild == null) {
      rebuild = new Rebuild(slot, seed);
      openOffset = offset;
    }
  }

  private void bid(BidPlaced placed, long offset) {
    seen(placed.bid().acceptedAt());
    if (rebuild == null) {
      orphans++;
    } else if (marker == null) {
      rebuild.add(placed.bid(), offset);
    } else {
      rebuild.addLate(placed.bid(), offset);
    }
  }

  private void close(CloseMarked marked, long offset) {
    seen(marked.markedAt());
    if (rebuild != null && marker == null) {
      marker = marked;
      closeOffset = offset;
    }
  }

  private void seen(Instant at) {
    newest = at.isAfter(newest) ? at : newest;
  }

  public int partition() {
    return partition;
  }

  /** All records under the slot's key. */
  public long records() {
    return records;
  }

  /** When the newest bid or marker was written, by the clock of whoever wrote it. */
  public Instant newest() {
    return newest;
  }

  /** Records that cannot be read. */
  long unreadable() {
    return unreadable;
  }

  /** Bids before any opening: they belong to no auction. */
  long orphans() {
    return orphans;
  }

  /** What the records come to; empty if the log has no opening. */
  Optional<Rebuild> rebuild() {
    return Optional.ofNullable(rebuild);
  }

  /** The first close marker behind the opening. */
  Optional<CloseMarked> marker() {
    return Optional.ofNullable(marker);
  }

  long openOffset() {
    return openOffset;
  }

  /** The slot's last record before the marker. */
  long lastOffset() {
    return lastOffset;
  }

  long closeOffset() {
    return closeOffset;
  }
}
