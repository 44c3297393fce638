package io.quantedge.evaluator.domain;

/** What put one bid before another, in the order in which the ranking asks. */
public enum Decider {
  /** Its score is higher: the amount, or amount × quality. */
  SCORE,
  /** The scores are equal and its amount is higher. */
  AMOUNT,
  /** Score and amount are equal and it was accepted earlier. */
  ACCEPTED_EARLIER,
  /** Everything else is equal and its id is smaller. */
  SMALLER_BID_ID
}
