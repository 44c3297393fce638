package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the auction log says about the slots of a run. Names that occur in many records are kept
 * once, so that a million bids fit in memory. Filled by one thread, then only read.
 */
public final class AuctionLog {
  private final Set<SlotId> wanted;
  private final Map<SlotId, SlotLog> slots = new HashMap<>();
  private final Map<Object, Object> shared = new HashMap<>();
  private long bids;
  private long unreadable;

  /**
   * @param wanted the slots of the run; records of others are passed over
   */
  public AuctionLog(Collection<SlotId> wanted) {
    this.wanted = new HashSet<>(wanted);
  }

  /** Whether records with this key belong to the run. */
  public boolean wants(String key) {
    return wanted.contains(new SlotId(key));
  }

  /** Adds the next record; those of a partition must come in the order of their offsets. */
  public void add(int partition, long offset, AuctionEvent event) {
    if (!wanted.contains(event.slotId())) {
      return;
    }
    AuctionEvent kept = event instanceof BidPlaced(Bid bid) ? new BidPlaced(lean(bid)) : event;
    bids += kept instanceof BidPlaced ? 1 : 0;
    slots
        .computeIfAbsent(event.slotId(), id -> new SlotLog(partition))
        .add(partition, offset, kept);
  }

  /** Notes a record of the run that is not an event. */
  public void addUnreadable() {
    unreadable++;
  }

  public Optional<SlotLog> slot(SlotId slotId) {
    return Optional.ofNullable(slots.get(slotId));
  }

  /** All bid records of the run. */
  public long bids() {
    return bids;
  }

  public long unreadable() {
    return unreadable;
  }

  private Bid lean(Bid bid) {
    return new Bid(
        bid.bidId(),
        one(SlotId.class, bid.slotId()),
        one(AccountId.class, bid.accountId()),
        one(Region.class, bid.region()),
        Money.ofUnits(bid.price().units(), one(String.class, bid.price().currency())),
        bid.latencyMs(),
        one(QualityScore.class, bid.qualityScore()),
        bid.acceptedAt());
  }

  private <T> T one(Class<T> type, T value) {
    return type.cast(shared.computeIfAbsent(value, same -> same));
  }
}
