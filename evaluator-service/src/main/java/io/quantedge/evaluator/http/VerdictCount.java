package io.quantedge.evaluator.http;

import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many bids of a slot met one fate, and what OpenRTB calls it.
 *
 * @param verdict {@code WON}, {@code OUTRANKED}, {@code DUPLICATE}, {@code REJECTED} or {@code
 *     LATE}; {@code WON} and {@code OUTRANKED} together are the counted bids
 * @param reason why it was rejected; absent for other verdicts
 * @param lossReason absent for the bid that won, and for repeats, which are no bids of their own
 */
record VerdictCount(
    Verdict verdict,
    long count,
    Optional<RejectionReason> reason,
    Optional<LossReason> lossReason,
    Optional<Integer> openRtbCode) {

  /** What becomes of a bid, seen from after the close. */
  enum Verdict {
    WON,
    OUTRANKED,
    DUPLICATE,
    REJECTED,
    LATE
  }

  /** Every verdict that was given, with its count. */
  static List<VerdictCount> of(AuctionOutcome outcome, long late) {
    Tally total = outcome.total();
    long won = outcome.candidates().isEmpty() ? 0 : 1;
    List<VerdictCount> counts = new ArrayList<>();
    counts.add(plain(Verdict.WON, won));
    counts.add(
        lost(
            Verdict.OUTRANKED,
            total.counted() - won,
            Optional.empty(),
            LossReason.LOST_TO_HIGHER_BID));
    counts.add(plain(Verdict.DUPLICATE, total.duplicate()));
    for (Map.Entry<RejectionReason, Long> rejected : total.rejected().entrySet()) {
      RejectionReason reason = rejected.getKey();
      counts.add(
          lost(Verdict.REJECTED, rejected.getValue(), Optional.of(reason), reason.lossReason()));
    }
    counts.add(lost(Verdict.LATE, late, Optional.empty(), LossReason.OPPORTUNITY_EXPIRED));
    return counts.stream().filter(count -> count.count() > 0).toList();
  }

  private static VerdictCount plain(Verdict verdict, long count) {
    return new VerdictCount(verdict, count, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static VerdictCount lost(
      Verdict verdict, long count, Optional<RejectionReason> reason, LossReason lossReason) {
    return new VerdictCount(
        verdict, count, reason, Optional.of(lossReason), Optional.of(lossReason.openRtbCode()));
  }
}
