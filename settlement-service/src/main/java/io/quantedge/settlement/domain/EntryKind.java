package io.quantedge.settlement.domain;

/** Why an entry stands in the ledger. */
public enum EntryKind {
  /** The buyer pays the price. */
  SALE_DEBIT,
  /** The publisher gets the price less the fee. */
  SALE_CREDIT,
  /** The exchange gets its fee. */
  FEE_CREDIT,
  /** An advertiser pays money in. */
  FUNDING_CREDIT,
  /** The counterpart of a funding. */
  FUNDING_DEBIT
}
