package io.quantedge.evaluator.http;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.LossReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.evaluator.domain.Decider;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.ExplainedPrice;
import io.quantedge.evaluator.domain.Explanation;
import io.quantedge.evaluator.domain.PriceBasis;
import io.quantedge.evaluator.domain.SlotView;
import java.util.List;
import java.util.Optional;

/**
 * Who won, why, at what price, and what the others would have needed, as far as the viewer may see
 * it.
 *
 * @param winner absent if the slot is unsold, or the viewer may not see who won
 * @param others the other candidates that the viewer may see, best first
 * @param verdicts what became of how many bids
 * @param story the same for people, a sentence each
 */
record ExplanationResponse(
    SlotId slotId,
    AuctionOutcome.State state,
    Disclosure.Audience audience,
    Rules rules,
    Optional<Region> winningRegion,
    Optional<Winner> winner,
    List<Other> others,
    List<VerdictCount> verdicts,
    List<String> story) {

  /** By which rules the slot was decided. */
  record Rules(RankingRule ranking, PricingRule pricing, Money floor, Money increment) {}

  /**
   * @param score amount, or amount × quality, as exact decimal text
   * @param decidedBy what put it before the next candidate; absent if there is none
   */
  record Winner(
      AccountId accountId,
      Optional<Bid> bid,
      Optional<String> score,
      Optional<Decider> decidedBy,
      Price price) {}

  /**
   * @param basis what made the price; for the winner and the operator alone
   * @param leastToOutrank the least with which the winner still outranks the runner-up; for the
   *     operator alone
   */
  record Price(Money clearingPrice, Optional<PriceBasis> basis, Optional<Money> leastToOutrank) {}

  /**
   * @param decidedBy what put the winner before it
   * @param minToWin the least amount with which it would have won, all else being equal; absent if
   *     no amount would have been enough
   */
  record Other(
      int rank,
      Bid bid,
      String score,
      Decider decidedBy,
      LossReason lossReason,
      int openRtbCode,
      Optional<Money> minToWin) {}

  static ExplanationResponse of(SlotView view, AuctionOutcome outcome, Disclosure disclosure) {
    return new ExplanationResponse(
        view.slotId(),
        outcome.state(),
        disclosure.audience(),
        new Rules(
            view.slot().ranking(),
            view.slot().pricing(),
            view.slot().floor(),
            view.slot().increment()),
        view.leadingRegion(),
        disclosure.win().map(ExplanationResponse::winner),
        disclosure.losses().stream().map(ExplanationResponse::other).toList(),
        VerdictCount.of(outcome, view.late()),
        Story.of(view, disclosure));
  }

  private static Winner winner(Disclosure.SeenWin win) {
    Optional<ExplainedPrice> explained = win.bid().map(Explanation.Win::explainedPrice);
    return new Winner(
        win.accountId(),
        win.bid().map(seen -> seen.candidate().bid()),
        win.bid().map(seen -> seen.score().toPlainString()),
        win.bid().flatMap(Explanation.Win::decidedBy),
        new Price(
            win.clearingPrice(),
            explained.map(ExplainedPrice::basis),
            explained.flatMap(ExplainedPrice::leastToOutrank)));
  }

  private static Other other(Disclosure.SeenLoss seen) {
    Explanation.Loss loss = seen.loss();
    LossReason reason = LossReason.LOST_TO_HIGHER_BID;
    return new Other(
        loss.candidate().rank(),
        seen.bid(),
        loss.score().toPlainString(),
        loss.decidedBy(),
        reason,
        reason.openRtbCode(),
        loss.minToWin());
  }
}
