package io.quantedge.evaluator.domain;

/** What made a winner's price. */
public enum PriceBasis {
  /** The slot sells at the winner's own bid. */
  OWN_BID,
  /** Nothing that another account bid makes more than the floor of it. */
  FLOOR,
  /** The least that outranks the best bid of another account, plus the slot's increment. */
  RUNNER_UP_AND_INCREMENT,
  /** The same would be more than the winner bid, so it pays its own bid. */
  CAPPED_AT_OWN_BID,
  /** The bid of another account made it, and the outcome is too short to name that one. */
  UNNAMED_RUNNER_UP
}
