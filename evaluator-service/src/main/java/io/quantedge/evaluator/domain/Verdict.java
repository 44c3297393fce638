package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.RejectionReason;

/** What became of one bid record of the log. Each record gets exactly one verdict. */
public sealed interface Verdict {
  Verdict COUNTED = new Counted();
  Verdict DUPLICATE = new Duplicate();
  Verdict LATE = new Late();

  static Verdict rejected(RejectionReason reason) {
    return new Rejected(reason);
  }

  /** The bid takes part in the auction. */
  record Counted() implements Verdict {}

  /** The same bid stands in the log already; this record has no effect. */
  record Duplicate() implements Verdict {}

  /** The bid stands before the close marker and does not count. */
  record Rejected(RejectionReason reason) implements Verdict {}

  /** The bid stands behind the close marker. */
  record Late() implements Verdict {}
}
