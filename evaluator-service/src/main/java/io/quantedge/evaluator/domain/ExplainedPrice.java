package io.quantedge.evaluator.domain;

import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.Optional;

/**
 * How the winner's price came about, step by step, so that it can be checked by hand. Immutable.
 *
 * @param leastToOutrank the least amount with which the winner still outranks the runner-up; absent
 *     if that has no part in the price
 * @param clearingPrice what it pays, as the outcome says
 */
public record ExplainedPrice(
    PriceBasis basis, Optional<Money> leastToOutrank, Money clearingPrice) {

  /**
   * @throws IllegalStateException if the outcome's price is not what its candidates make
   */
  static ExplainedPrice of(AuctionOutcome outcome, Candidate winner) {
    ExplainedPrice explained =
        outcome.slot().pricing() == PricingRule.FIRST_PRICE
            ? new ExplainedPrice(PriceBasis.OWN_BID, Optional.empty(), winner.bid().price())
            : outcome.candidates().size() == 1
                ? alone(outcome.slot(), winner)
                : second(outcome.slot(), winner, outcome.candidates().get(1));
    if (!explained.clearingPrice.equals(winner.clearingPrice())) {
      throw new IllegalStateException(
          "the price of slot "
              + outcome.slot().slotId()
              + " does not follow from its candidates: "
              + winner.clearingPrice()
              + " instead of "
              + explained.clearingPrice);
    }
    return explained;
  }

  /** Either nobody else bid, or the outcome names one candidate alone. */
  private static ExplainedPrice alone(SlotDefinition slot, Candidate winner) {
    boolean floor = winner.clearingPrice().equals(slot.floor());
    return new ExplainedPrice(
        floor ? PriceBasis.FLOOR : PriceBasis.UNNAMED_RUNNER_UP,
        Optional.empty(),
        winner.clearingPrice());
  }

  private static ExplainedPrice second(SlotDefinition slot, Candidate winner, Candidate runnerUp) {
    Pricing pricing = new Pricing(slot, new Ranking(slot.ranking()));
    // At most the winner's own amount, so adding the increment cannot overflow.
    long least = pricing.leastWinningUnits(winner.bid(), runnerUp.bid()).longValueExact();
    long raised = least + slot.increment().units();
    long own = winner.bid().price().units();
    long floor = slot.floor().units();
    PriceBasis basis =
        raised > own
            ? PriceBasis.CAPPED_AT_OWN_BID
            : raised <= floor ? PriceBasis.FLOOR : PriceBasis.RUNNER_UP_AND_INCREMENT;
    long price =
        switch (basis) {
          case CAPPED_AT_OWN_BID -> own;
          case FLOOR -> floor;
          default -> raised;
        };
    return new ExplainedPrice(
        basis,
        Optional.of(Money.ofUnits(least, slot.currency())),
        Money.ofUnits(price, slot.currency()));
  }
}
