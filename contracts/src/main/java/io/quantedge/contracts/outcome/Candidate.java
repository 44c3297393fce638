package io.quantedge.contracts.outcome;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;

/**
 * An account's best bid among the best of a slot, with the price at which it would take the slot.
 * The first one won; the next ones are asked, each at its own price, when those before cannot pay.
 *
 * @param rank 1 for the winner, then 2, 3, …
 * @param bid the account's best bid
 * @param clearingPrice what this account pays if the slot becomes its own: never above its bid,
 *     never below the floor
 */
public record Candidate(int rank, Bid bid, Money clearingPrice) {
  public Candidate {
    if (rank < 1) {
      throw new IllegalArgumentException("rank starts at 1; it was " + rank);
    }
    if (!clearingPrice.isPositive() || clearingPrice.compareTo(bid.price()) > 0) {
      throw new IllegalArgumentException(
          "clearing price must be above zero and at most the bid; it was "
              + clearingPrice
              + " for a bid of "
              + bid.price());
    }
  }
}
