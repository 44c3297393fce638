package io.quantedge.evaluator.config;

import io.quantedge.contracts.outcome.AuctionOutcome;

/**
 * By what outcomes are spread over the partitions of their topic, and so over the workers that
 * settle them. Neither choice changes what is settled; they differ in who fights whom for a
 * balance.
 */
public enum OutcomeKey {
  /** A buyer's outcomes go to one worker, which settles them together. */
  WINNER,
  /** Each outcome goes its own way, and a busy buyer's settlements meet at its balance. */
  SLOT;

  /** The key of the record; an outcome without a winner goes by its slot. */
  public String of(AuctionOutcome outcome) {
    String slotId = outcome.slot().slotId().value();
    return switch (this) {
      case WINNER ->
          outcome.winner().map(winner -> winner.bid().accountId().value()).orElse(slotId);
      case SLOT -> slotId;
    };
  }
}
