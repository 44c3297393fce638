package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a bid that is the first of its id may count, by the slot's definition alone. Intake
 * refuses by the same rules, but the log is the judge: it may hold bids that no intake ever saw.
 */
final class BidRules {
  private BidRules() {}

  /**
   * The first rule that the bid breaks, or nothing if it may count.
   *
   * @param deadline the last instant that is in time, as far as the bids before it extended it
   */
  static Optional<RejectionReason> objection(SlotDefinition slot, Instant deadline, Bid bid) {
    if (!bid.price().currency().equals(slot.currency())) {
      return Optional.of(RejectionReason.WRONG_CURRENCY);
    }
    if (bid.price().compareTo(slot.floor()) < 0) {
      return Optional.of(RejectionReason.BELOW_FLOOR);
    }
    if (bid.acceptedAt().isBefore(slot.opensAt())) {
      return Optional.of(RejectionReason.BEFORE_OPENING);
    }
    if (bid.acceptedAt().isAfter(deadline)) {
      return Optional.of(RejectionReason.AFTER_CLOSING);
    }
    if (bid.accountId().equals(slot.publisherId())) {
      return Optional.of(RejectionReason.OWN_SLOT);
    }
    return Optional.empty();
  }
}
