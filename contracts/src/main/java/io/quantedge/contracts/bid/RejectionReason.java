package io.quantedge.contracts.bid;

/**
 * Why a bid that stands before the close marker does not count. Intake refuses with the same
 * reasons as evaluation, but only evaluation's word is final: it is drawn from the log alone.
 */
public enum RejectionReason {
  /** The amount is below the slot's floor. */
  BELOW_FLOOR(LossReason.BELOW_FLOOR),
  /** The amount is in another currency than the slot's floor. */
  WRONG_CURRENCY(LossReason.INVALID_BID),
  /** Accepted before the slot's {@code opensAt}. */
  BEFORE_OPENING(LossReason.INVALID_BID),
  /** Accepted after the slot's deadline, though before the close marker in the log. */
  AFTER_CLOSING(LossReason.OPPORTUNITY_EXPIRED),
  /** The bidder is the slot's own publisher. */
  OWN_SLOT(LossReason.BUYER_BLOCKED),
  /** The same {@code bidId} was used before for this slot with another content. */
  CONFLICTING_DUPLICATE(LossReason.INVALID_BID);

  private final LossReason lossReason;

  RejectionReason(LossReason lossReason) {
    this.lossReason = lossReason;
  }

  /** The same for bidders who speak OpenRTB. */
  public LossReason lossReason() {
    return lossReason;
  }
}
