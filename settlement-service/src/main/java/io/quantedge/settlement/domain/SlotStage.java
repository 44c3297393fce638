package io.quantedge.settlement.domain;

/**
 * What can happen to a slot. An event is named after the stage that it brings the slot to, so the
 * stages of a history, in order, are its states.
 */
public enum SlotStage {
  /** The auction takes bids. */
  OPEN,
  /** No bid counts any more. */
  CLOSED,
  /** There was a best bid. */
  AWARDED,
  /** There was no valid bid: the end. */
  UNSOLD,
  /** A candidate paid. */
  SETTLED,
  /** No candidate could pay: the end. */
  REJECTED,
  /** Somebody contests the sale; the money stays where it is. */
  DISPUTED,
  /** The sale was undone by entries that mirror it: the end. */
  VOIDED;

  /** Whether this may come directly after another stage. */
  public boolean mayFollow(SlotStage before) {
    return switch (this) {
      case OPEN -> false;
      case CLOSED -> before == OPEN;
      case AWARDED, UNSOLD -> before == CLOSED;
      case SETTLED, REJECTED -> before == AWARDED;
      case DISPUTED -> before == SETTLED;
      case VOIDED -> before == SETTLED || before == DISPUTED;
    };
  }
}
