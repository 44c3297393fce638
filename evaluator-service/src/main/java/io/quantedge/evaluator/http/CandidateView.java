package io.quantedge.evaluator.http;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A candidate of an outcome, as far as the viewer may see it.
 *
 * @param bid the account's best bid
 * @param clearingPrice what the account pays if the slot becomes its own
 * @param lossReason why it did not win; absent for the winner
 * @param openRtbCode the same as a number of OpenRTB
 * @param minToWin the least amount with which it would have won; absent if no amount would have
 *     been enough, and for the winner
 */
record CandidateView(
    int rank,
    AccountId accountId,
    Optional<Bid> bid,
    Optional<Money> clearingPrice,
    Optional<LossReason> lossReason,
    Optional<Integer> openRtbCode,
    Optional<Money> minToWin) {

  /** All that is disclosed, best first. */
  static List<CandidateView> of(Disclosure disclosure) {
    List<CandidateView> candidates = new ArrayList<>();
    disclosure.win().map(CandidateView::of).ifPresent(candidates::add);
    disclosure.losses().stream().map(CandidateView::of).forEach(candidates::add);
    return List.copyOf(candidates);
  }

  private static CandidateView of(Disclosure.SeenWin win) {
    return new CandidateView(
        1,
        win.accountId(),
        win.bid().map(Explanation.Win::candidate).map(Candidate::bid),
        Optional.of(win.clearingPrice()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CandidateView of(Disclosure.SeenLoss seen) {
    LossReason reason = LossReason.LOST_TO_HIGHER_BID;
    return new CandidateView(
        seen.loss().candidate().rank(),
        seen.bid().accountId(),
        Optional.of(seen.bid()),
        seen.clearingPrice(),
        Optional.of(reason),
        Optional.of(reason.openRtbCode()),
        seen.loss().minToWin());
  }
}
