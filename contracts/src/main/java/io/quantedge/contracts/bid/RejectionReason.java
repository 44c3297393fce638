package io.quantedge.contracts.bid;

/**
 * Why a bid that stands before the close marker does not count. Intake refuses with the same
 * reasons as evaluation, but only evaluation's word is final: it is drawn from the log alone.
 */
public enum RejectionReason {
  /** The amount is below the slot's floor. */
  BELOW_FLOOR,
  /** The amount is in another currency than the slot's floor. */
  WRONG_CURRENCY,
  /** Accepted before the slot's {@code opensAt}. */
  BEFORE_OPENING,
  /** Accepted after the slot's {@code closesAt}, though before the close marker in the log. */
  AFTER_CLOSING,
  /** The bidder is the slot's own publisher. */
  OWN_SLOT,
  /** The same {@code bidId} was used before for this slot with another content. */
  CONFLICTING_DUPLICATE
}
