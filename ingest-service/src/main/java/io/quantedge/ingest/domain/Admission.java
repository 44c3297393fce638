package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a bid may enter the log. It spares bidders and the log what evaluation would
 * reject anyway; evaluation judges again, from the log alone, and has the last word.
 *
 * <p>While bids may extend an auction, its deadline is known to the fold of its log alone, so bids
 * are taken until the latest that it can be, or the marker. Immutable.
 */
public final class Admission {
  private final List<Region> regions;

  /**
   * @param regions where bids may come from
   */
  public Admission(List<Region> regions) {
    this.regions = List.copyOf(regions);
  }

  /** The reason to refuse the bid, or nothing if it may enter. */
  public Optional<Refusal> refusal(KnownSlot slot, Bid bid) {
    SlotDefinition definition = slot.definition();
    if (!regions.contains(bid.region())) {
      return Optional.of(new Refusal.UnknownRegion(bid.region(), regions));
    }
    if (slot.isClosed() || bid.acceptedAt().isAfter(definition.latestDeadline())) {
      return Optional.of(new Refusal.SlotClosed(slot.slotId(), definition.latestDeadline()));
    }
    if (bid.acceptedAt().isBefore(definition.opensAt())) {
      return Optional.of(new Refusal.SlotNotOpenYet(slot.slotId(), definition.opensAt()));
    }
    if (!bid.price().currency().equals(definition.currency())) {
      return Optional.of(new Refusal.WrongCurrency(bid.price().currency(), definition.currency()));
    }
    if (bid.price().compareTo(definition.floor()) < 0) {
      return Optional.of(new Refusal.BelowFloor(bid.price(), definition.floor()));
    }
    if (bid.accountId().equals(definition.publisherId())) {
      return Optional.of(new Refusal.OwnSlot(bid.accountId(), slot.slotId()));
    }
    return Optional.empty();
  }
}
