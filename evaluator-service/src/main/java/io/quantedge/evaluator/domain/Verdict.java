package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.RejectionReason;
import java.util.Optional;

/** What became of one bid record of the log. Each record gets exactly one verdict. */
public sealed interface Verdict {
  Verdict COUNTED = new Counted();
  Verdict DUPLICATE = new Duplicate();
  Verdict LATE = new Late();

  static Verdict rejected(RejectionReason reason) {
    return new Rejected(reason);
  }

  /**
   * Why this record cannot win, for bidders who speak OpenRTB. Absent for a bid that counts,
   * because whether it lost is for the outcome to say, and for a repeat, whose first record has the
   * answer.
   */
  default Optional<LossReason> lossReason() {
    return switch (this) {
      case Counted ignored -> Optional.empty();
      case Duplicate ignored -> Optional.empty();
      case Rejected(RejectionReason reason) -> Optional.of(reason.lossReason());
      case Late ignored -> Optional.of(LossReason.OPPORTUNITY_EXPIRED);
    };
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
