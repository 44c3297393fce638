package io.quantedge.settlement.domain;

import java.util.Optional;

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
  FUNDING_DEBIT,
  /** The buyer of a voided sale gets the price back. */
  REVERSAL_CREDIT,
  /** The publisher of a voided sale gives back what it got. */
  REVERSAL_DEBIT,
  /** The exchange gives back its fee. */
  FEE_REVERSAL;

  /** What undoes an entry of this kind; absent if nothing does. */
  public Optional<EntryKind> reversal() {
    return switch (this) {
      case SALE_DEBIT -> Optional.of(REVERSAL_CREDIT);
      case SALE_CREDIT -> Optional.of(REVERSAL_DEBIT);
      case FEE_CREDIT -> Optional.of(FEE_REVERSAL);
      case FUNDING_CREDIT, FUNDING_DEBIT, REVERSAL_CREDIT, REVERSAL_DEBIT, FEE_REVERSAL ->
          Optional.empty();
    };
  }
}
