package io.quantedge.contracts.slot;

/** What the winner pays. */
public enum PricingRule {
  /** Its own bid. */
  FIRST_PRICE,
  /** The least with which it still outranks the best other account, plus the slot's increment. */
  SECOND_PRICE
}
