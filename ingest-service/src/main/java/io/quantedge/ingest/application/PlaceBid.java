package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.AcceptanceClock;
import io.quantedge.ingest.domain.Admission;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
   * Plain futures instead of the pipelines used elsewhere: this runs tens of thousands of times a
   * second, and each stage of a pipeline captures a context.
   *
   * @param reading reads what was sent, or throws {@link RefusedException}; called once, at once
   * @return the receipt, once the log has the bid; fails with {@link RefusedException}. Nobody
   *     needs to wait for it: what was begun is finished
   */
  public CompletableFuture<Receipt> place(Supplier<BidSubmission> reading) {
    CompletableFuture<Receipt> answer = new CompletableFuture<>();
    orFail(answer, () -> begin(SubmissionReader.offer(reading.get()), answer));
    return answer;
  }

  private void begin(Offer offer, CompletableFuture<Receipt> answer) {
    refuse(rules.shedding().refusalFor(offer.accountId()));
    Optional<Placement> known = recent.find(offer.slotId(), offer.bidId());
    if (known.isPresent()) {
      repeat(known.get(), offer, answer);
      return;
    }
    Optional<KnownSlot> slot = slots.inMemory(offer.slotId());
    if (slot.isPresent()) {
      take(slot.get(), offer, answer);
      return;
    }
    slots
        .require(offer.slotId())
        .subscribe()
        .with(
            found -> orFail(answer, () -> take(found, offer, answer)),
            failure -> fail(answer, failure));
  }

  private void take(KnownSlot slot, Offer offer, CompletableFuture<Receipt> answer) {
    refuse(rules.shedding().refusalForAll());
    Bid bid = offer.acceptedAt(rules.clock().next());
    refuse(rules.admission().refusal(slot, bid));
    Placement placement = new Placement(offer);
    Placement first = recent.remember(placement);
    if (first != placement) {
      repeat(first, offer, answer);
      return;
    }
    placement.whenDone((receipt, failure) -> tell(answer, receipt, failure));
    var unused =
        log.send(new AuctionEvent.BidPlaced(bid))
            .whenComplete((position, failure) -> {
              if (failure == null) {
                observer.bidAccepted();
                placement.taken(Receipt.of(bid, position));
              } else {
                // First forgotten, then told: who sends it again at once must not meet the failure.
                recent.forget(placement);
                placement.failed(failure);
              }
            });
  }

  /**
   * Another content is a conflict only once the first one is in the log: before that, nobody knows
   * which of them will stand there.
   */
  private void repeat(Placement first, Offer offer, CompletableFuture<Receipt> answer) {
    first.whenDone((receipt, failure) -> {
      if (failure == null && !first.offer().equals(offer)) {
        fail(
            answer,
            new RefusedException(new Refusal.ConflictingBid(offer.slotId(), offer.bidId())));
        return;
      }
      if (failure == null) {
        observer.bidRepeated();
      }
      tell(answer, receipt, failure);
    });
  }

  private void tell(
      CompletableFuture<Receipt> answer, @Nullable Receipt receipt, @Nullable Throwable failure) {
    if (failure != null) {
      fail(answer, failure);
    } else if (receipt != null) {
      answer.complete(receipt);
    }
  }

  private void orFail(CompletableFuture<Receipt> answer, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      fail(answer, e);
    }
  }

  private void fail(CompletableFuture<Receipt> answer, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      observer.refused(refused.refusal());
    } else {
      observer.failed();
    }
    answer.completeExceptionally(failure);
  }

  private static void refuse(Optional<Refusal> reason) {
    if (reason.isPresent()) {
      throw new RefusedException(reason.get());
    }
  }
}
