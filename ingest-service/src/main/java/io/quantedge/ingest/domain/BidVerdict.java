package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a stored bid, as far as it follows from the slot, its close marker and its
 * outcome. Evaluation has the last word; this says the same by the same rules, or that it cannot
 * say.
 *
 * @param rejection why the bid does not count, if it stands before the marker and does not
 * @param lossReason the same for bidders who speak OpenRTB, for every bid that lost
 */
public record BidVerdict(
    Counting counting,
    Optional<RejectionReason> rejection,
    Result result,
    Optional<LossReason> lossReason) {

  /** Whether the bid took part in the auction. */
  public enum Counting {
    /** The close marker, or what bids extended the auction to, is not known yet. */
    PENDING,
    COUNTED,
    REJECTED,
    /** The bid stands behind the close marker. */
    LATE,
    /**
     * The bid came in the time by which others extended the auction; whether before or after them
     * is for the evaluator to say.
     */
    ASK_EVALUATOR
  }

  /** How it ended for the bid. */
  public enum Result {
    PENDING,
    WON,
    LOST
  }

  private static final BidVerdict PENDING =
      new BidVerdict(Counting.PENDING, Optional.empty(), Result.PENDING, Optional.empty());

  /** The verdict on a bid of this slot. */
  public static BidVerdict of(SlotDossier dossier, StoredBid stored) {
    if (dossier.closeOffset().isEmpty()) {
      return PENDING;
    }
    if (stored.position().offset() > dossier.closeOffset().getAsLong()) {
      return lost(Counting.LATE, LossReason.OPPORTUNITY_EXPIRED);
    }
    SlotDefinition slot = dossier.stored().slot().definition();
    Bid bid = stored.bid();
    Optional<RejectionReason> early = beforeItsTime(slot, bid);
    if (early.isPresent()) {
      return rejected(early.get());
    }
    if (bid.acceptedAt().isAfter(slot.closesAt())) {
      return afterClosingTime(dossier, slot, bid);
    }
    if (bid.accountId().equals(slot.publisherId())) {
      return rejected(RejectionReason.OWN_SLOT);
    }
    return counted(dossier, bid);
  }

  private static Optional<RejectionReason> beforeItsTime(SlotDefinition slot, Bid bid) {
    if (!bid.price().currency().equals(slot.currency())) {
      return Optional.of(RejectionReason.WRONG_CURRENCY);
    }
    if (bid.price().compareTo(slot.floor()) < 0) {
      return Optional.of(RejectionReason.BELOW_FLOOR);
    }
    return bid.acceptedAt().isBefore(slot.opensAt())
        ? Optional.of(RejectionReason.BEFORE_OPENING)
        : Optional.empty();
  }

  /** Bids may have extended the auction; by how much is known with the outcome. */
  private static BidVerdict afterClosingTime(SlotDossier dossier, SlotDefinition slot, Bid bid) {
    Instant latest =
        dossier.outcome().map(outcome -> outcome.deadline()).orElse(slot.latestDeadline());
    if (bid.acceptedAt().isAfter(latest)) {
      return rejected(RejectionReason.AFTER_CLOSING);
    }
    if (dossier.winnerWith(bid.bidId()).isPresent()) {
      return counted(dossier, bid);
    }
    if (dossier.outcome().isEmpty()) {
      return PENDING;
    }
    return new BidVerdict(Counting.ASK_EVALUATOR, Optional.empty(), Result.LOST, Optional.empty());
  }

  private static BidVerdict counted(SlotDossier dossier, Bid bid) {
    if (dossier.outcome().isEmpty()) {
      return new BidVerdict(Counting.COUNTED, Optional.empty(), Result.PENDING, Optional.empty());
    }
    return dossier.winnerWith(bid.bidId()).isPresent()
        ? new BidVerdict(Counting.COUNTED, Optional.empty(), Result.WON, Optional.empty())
        : lost(Counting.COUNTED, LossReason.LOST_TO_HIGHER_BID);
  }

  private static BidVerdict rejected(RejectionReason reason) {
    return new BidVerdict(
        Counting.REJECTED, Optional.of(reason), Result.LOST, Optional.of(reason.lossReason()));
  }

  private static BidVerdict lost(Counting counting, LossReason reason) {
    return new BidVerdict(counting, Optional.empty(), Result.LOST, Optional.of(reason));
  }
}
