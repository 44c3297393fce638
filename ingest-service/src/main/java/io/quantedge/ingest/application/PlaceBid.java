package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one bid: read, judge, append, and only then give the receipt. The one way into the log for
 * bids, whichever door they came through. Thread-safe.
 */
public final class PlaceBid {
  private final Slots slots;
  private final Rules rules;
  private final RecentBids recent;
  private final AuctionLog log;
  private final IntakeObserver observer;

  /** What decides whether and when a bid is accepted. */
  public record Rules(Admission admission, AcceptanceClock clock, Shedding shedding) {}

  public PlaceBid(
      Slots slots, Rules rules, RecentBids recent, AuctionLog log, IntakeObserver observer) {
    this.slots = slots;
    this.rules = rules;
    this.recent = recent;
    this.log = log;
    this.observer = observer;
  }

  /**
   * @param reading reads what was sent, or throws {@link RefusedException}; called once
   * @return the receipt, once the log has the bid; fails with {@link RefusedException}. Nobody
   *     needs to wait for it: what was begun is finished
   */
  public Uni<Receipt> place(Supplier<BidSubmission> reading) {
    return Uni.createFrom()
        .deferred(() -> begin(SubmissionReader.offer(reading.get())))
        .onFailure(RefusedException.class)
        .invoke(e -> observer.refused(((RefusedException) e).refusal()));
  }

  private Uni<Receipt> begin(Offer offer) {
    refuse(rules.shedding().refusalFor(offer.accountId()));
    Optional<Placement> known = recent.find(offer.slotId(), offer.bidId());
    if (known.isPresent()) {
      return repeated(known.get(), offer);
    }
    return slots.require(offer.slotId()).chain(slot -> take(slot, offer));
  }

  private Uni<Receipt> take(KnownSlot slot, Offer offer) {
    refuse(rules.shedding().refusalForAll());
    Bid bid = offer.acceptedAt(rules.clock().next());
    refuse(rules.admission().refusal(slot, bid));
    Placement placement = new Placement(offer);
    Placement first = recent.remember(placement);
    if (first != placement) {
      return repeated(first, offer);
    }
    log.append(new AuctionEvent.BidPlaced(bid))
        .subscribe()
        .with(
            position -> {
              observer.bidAccepted();
              placement.taken(Receipt.of(bid, position));
            },
            failure -> {
              // First forgotten, then told: who sends it again at once must not meet the failure.
              recent.forget(placement);
              placement.failed(failure);
            });
    return placement.answer();
  }

  /**
   * Another content is a conflict only once the first one is in the log: before that, nobody knows
   * which of them will stand there.
   */
  private Uni<Receipt> repeated(Placement first, Offer offer) {
    return first
        .answer()
        .invoke(receipt -> {
          if (!first.offer().equals(offer)) {
            throw new RefusedException(new Refusal.ConflictingBid(offer.slotId(), offer.bidId()));
          }
          observer.bidRepeated();
        });
  }

  private static void refuse(Optional<Refusal> reason) {
    if (reason.isPresent()) {
      throw new RefusedException(reason.get());
    }
  }
}
