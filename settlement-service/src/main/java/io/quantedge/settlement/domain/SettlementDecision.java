package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import java.time.Instant;
import java.util.List;

/** What becomes of a slot whose auction has ended. Immutable. */
public sealed interface SettlementDecision {
  /** The candidates that were asked and could not pay, in order of rank. */
  List<Refusal> refusals();

  /**
   * What the rest of the exchange is told.
   *
   * @param outcome the one that was decided
   * @param committedAt in whole microseconds
   */
  SettlementEvent event(AuctionOutcome outcome, Instant committedAt);

  /**
   * A candidate buys the slot at its own price.
   *
   * @param buyer as it was read, before it pays
   */
  record Settle(
      Candidate candidate,
      Buyer buyer,
      Money price,
      Money fee,
      Money net,
      Posting posting,
      List<Refusal> refusals)
      implements SettlementDecision {
    public Settle {
      refusals = List.copyOf(refusals);
    }

    @Override
    public SettlementEvent.Settled event(AuctionOutcome outcome, Instant committedAt) {
      SlotId slotId = outcome.slot().slotId();
      return new SettlementEvent.Settled(
          slotId,
          SettlementId.of(slotId),
          candidate.bid().accountId(),
          outcome.slot().publisherId(),
          candidate.bid().bidId(),
          candidate.bid().region(),
          candidate.rank(),
          candidate.bid().price(),
          price,
          fee,
          net,
          outcome.closedAt(),
          committedAt);
    }

    /** The buyer's balance once it has paid. */
    public Money balanceAfter() {
      return buyer.balance().minus(price);
    }
  }

  /** There were bids, and nobody could pay. */
  record Reject(List<Refusal> refusals) implements SettlementDecision {
    public Reject {
      refusals = List.copyOf(refusals);
    }

    @Override
    public SettlementEvent event(AuctionOutcome outcome, Instant committedAt) {
      return new SettlementEvent.Rejected(
          outcome.slot().slotId(), refusals, outcome.closedAt(), committedAt);
    }
  }

  /** There was no valid bid. */
  record Unsold() implements SettlementDecision {
    @Override
    public List<Refusal> refusals() {
      return List.of();
    }

    @Override
    public SettlementEvent event(AuctionOutcome outcome, Instant committedAt) {
      return new SettlementEvent.Unsold(outcome.slot().slotId(), outcome.closedAt(), committedAt);
    }
  }
}
