package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * Which bids of a slot count, written apart from the evaluator. Bids must come in the order of the
 * log: a counted one may move the deadline for those behind it. Not thread-safe.
 */
public final class Rules {
  private final SlotDefinition slot;
  private Instant deadline;

  public Rules(SlotDefinition slot) {
    this.slot = slot;
    this.deadline = slot.closesAt();
  }

  /** Judges the first record of a bid's id; empty if the bid counts. */
  public Optional<RejectionReason> judge(Bid bid) {
    Optional<RejectionReason> rejection = rejection(bid);
    if (rejection.isEmpty()) {
      deadline =
          slot.softClose()
              .map(soft -> soft.extended(deadline, slot.closesAt(), bid.acceptedAt()))
              .orElse(deadline);
    }
    return rejection;
  }

  /** The last instant at which a bid is in time, as far as the counted bids have moved it. */
  public Instant deadline() {
    return deadline;
  }

  private Optional<RejectionReason> rejection(Bid bid) {
    if (!bid.price().currency().equals(slot.currency())) {
      return Optional.of(RejectionReason.WRONG_CURRENCY);
    }
    if (bid.price().units() < slot.floor().units()) {
      return Optional.of(RejectionReason.BELOW_FLOOR);
    }
    if (bid.acceptedAt().isBefore(slot.opensAt())) {
      return Optional.of(RejectionReason.BEFORE_OPENING);
    }
    if (bid.acceptedAt().isAfter(deadline)) {
      return Optional.of(RejectionReason.AFTER_CLOSING);
    }
    return bid.accountId().equals(slot.publisherId())
        ? Optional.of(RejectionReason.OWN_SLOT)
        : Optional.empty();
  }
}
