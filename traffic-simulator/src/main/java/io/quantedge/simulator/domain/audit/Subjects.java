package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.RejectionReason;

/** What is compared, in the words that people read. Stable, so that reports can be compared. */
final class Subjects {
  static final String STATE = "state";
  static final String BUYER = "buyer";
  static final String PRICE_PAID = "price paid";
  static final String WINNING_BID = "winning bid";
  static final String SOLD_BY = "sold by";
  static final String SETTLEMENTS = "settlements";
  static final String RECEIVED = "received";
  static final String COUNTED = "counted";
  static final String DUPLICATE = "duplicate";
  static final String COUNTED_BY_REGION = "counted by region";
  static final String BY_REGION = "by region";
  static final String LATE = "late";
  static final String DIGEST = "digest";
  static final String DIGEST_OF_ALL = "digest of all bids";
  static final String DEADLINE = "deadline";
  static final String PARTITION = "partition";
  static final String OPENED_AT_OFFSET = "opened at offset";
  static final String LAST_OFFSET = "last offset";
  static final String CLOSED_AT_OFFSET = "closed at offset";
  static final String CLOSE_CAUSE = "close cause";
  static final String CLOSED_AT = "closed at";
  static final String PUBLISHER = "publisher";
  static final String NAME = "name";
  static final String FLOOR = "floor";
  static final String INCREMENT = "increment";
  static final String PRICING = "pricing";
  static final String RANKING = "ranking";
  static final String OPENS_AT = "opens at";
  static final String CLOSES_AT = "closes at";
  static final String SOFT_CLOSE = "soft close";
  static final String OUTCOMES = "different outcomes";
  static final String STRAYS = "records in another partition";
  static final String UNREADABLE = "unreadable records";
  static final String ORPHANS = "bids before the opening";
  static final String ITEM = "the slot's own item";
  static final String ITEMS = "items that are not as they should be";
  static final String REPEATS = "bids kept twice";
  static final String OUTCOME = "outcome";
  static final String SETTLED = "settlement";
  static final String MARKER = "close marker";
  static final String OPENING = "opening";

  private Subjects() {}

  static String rejected(RejectionReason reason) {
    return "rejected " + reason;
  }

  /** The winner is the candidate of rank 1. */
  static String candidate(int rank) {
    return rank == 1 ? "winner" : "candidate " + rank;
  }

  static String price(int rank) {
    return rank == 1 ? "clearing price" : "price of candidate " + rank;
  }
}
