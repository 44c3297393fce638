package io.quantedge.contracts.bid;

/**
 * Why a bid did not win, in the words of OpenRTB ("Loss Reason Codes" of its specification), so
 * that bidders need no table of ours. Several of our reasons may share one code.
 */
public enum LossReason {
  /** The bid came too late for this auction. */
  OPPORTUNITY_EXPIRED(2),
  /** The bid could never have counted: another currency, too early, or its id was used before. */
  INVALID_BID(3),
  /** The amount is below the auction's floor. */
  BELOW_FLOOR(100),
  /** It counted, and another bid was better. */
  LOST_TO_HIGHER_BID(102),
  /** This buyer may not buy this slot. */
  BUYER_BLOCKED(104);

  private final int openRtbCode;

  LossReason(int openRtbCode) {
    this.openRtbCode = openRtbCode;
  }

  /** The number that OpenRTB gives it. */
  public int openRtbCode() {
    return openRtbCode;
  }
}
