package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;

/**
 * Takes one bid: read, judge, append, and only then give the receipt. The one way into the log for
 * bids, whichever door they came through. Thread-safe.
 */
public final class PlaceBid {
  private final Slots slots;
  private final Admission admission;
  private final AcceptanceClock clock;
  private final AuctionLog log;
  private final IntakeObserver observer;

  public PlaceBid(
      Slots slots,
      Admission admission,
      AcceptanceClock clock,
      AuctionLog log,
      IntakeObserver observer) {
    this.slots = slots;
    this.admission = admission;
    this.clock = clock;
    this.log = log;
    this.observer = observer;
  }

  /**
   * @return the receipt, once the log has the bid; fails with {@link RefusedException}
   */
  public Uni<Receipt> place(String slotId, BidSubmission submission) {
    return Uni.createFrom()
        .deferred(() -> {
          SlotId id = SubmissionReader.slotId(slotId);
          Offer offer = SubmissionReader.offer(id, submission);
          return slots.require(id).chain(slot -> append(admitted(slot, offer)));
        })
        .invoke(observer::bidAccepted)
        .onFailure(RefusedException.class)
        .invoke(e -> observer.refused(((RefusedException) e).refusal()));
  }

  private Bid admitted(KnownSlot slot, Offer offer) {
    Bid bid = offer.acceptedAt(clock.next());
    admission
        .refusal(slot, bid)
        .ifPresent(refusal -> {
          throw new RefusedException(refusal);
        });
    return bid;
  }

  private Uni<Receipt> append(Bid bid) {
    return log.append(new AuctionEvent.BidPlaced(bid)).map(position -> Receipt.of(bid, position));
  }
}
