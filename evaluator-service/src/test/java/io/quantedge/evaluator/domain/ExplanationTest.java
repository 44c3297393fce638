package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExplanationTest {
  @Test
  void workedExampleIsExplainedToTheLastStep() {
    // given 5.40 before 5.30 at second price with an increment of 0.01
    SlotDefinition slot = Auctions.slot("s", PricingRule.SECOND_PRICE, RankingRule.PRICE);
    Bid rival = Auctions.bid(slot, 1, "globex", 53_000);
    Bid best = Auctions.bid(slot, 2, "acme", 54_000);

    Explanation explanation = Explanation.of(Auctions.outcomeOf(slot, List.of(rival, best)));

    // then the rival is older and would win a tie, so the winner needs 5.3001
    Explanation.Win win = explanation.win().orElseThrow();
    assertThat(win.score()).isEqualByComparingTo("5.4");
    assertThat(win.decidedBy()).contains(Decider.SCORE);
    assertThat(win.explainedPrice())
        .isEqualTo(
            new ExplainedPrice(
                PriceBasis.RUNNER_UP_AND_INCREMENT, Optional.of(usd(53_001)), usd(53_101)));
    // and the rival would have won with the same amount
    assertThat(explanation.losses())
        .singleElement()
        .satisfies(loss -> assertThat(loss.minToWin()).contains(usd(54_000)));
  }

  @Test
  void qualityCanPutAWinOutOfReach() {
    SlotDefinition slot = Auctions.slot("s", PricingRule.FIRST_PRICE, RankingRule.QUALITY);
    Bid best = Auctions.bid(slot, 1, "a", Money.MAX_UNITS, 10_000, Auctions.OPENS);
    Bid poor = Auctions.bid(slot, 2, "b", Money.MAX_UNITS, 1, Auctions.OPENS);

    Explanation explanation = Explanation.of(Auctions.outcomeOf(slot, List.of(best, poor)));

    assertThat(explanation.losses())
        .singleElement()
        .satisfies(loss -> assertThat(loss.minToWin()).isEmpty());
  }

  @Test
  void minToWinIsExactAtTheLargestAmount() {
    SlotDefinition slot = Auctions.slot("s", PricingRule.FIRST_PRICE, RankingRule.PRICE);
    Bid first = Auctions.bid(slot, 1, "a", Money.MAX_UNITS);
    Bid later = Auctions.bid(slot, 2, "b", Money.MAX_UNITS, 10_000, Auctions.OPENS.plusSeconds(9));
    Bid earlier = Auctions.bid(slot, 3, "c", 10_000, 10_000, Auctions.OPENS);

    Explanation explanation =
        Explanation.of(Auctions.outcomeOf(slot, List.of(first, later, earlier)));

    assertThat(explanation.losses())
        .extracting(Explanation.Loss::minToWin)
        .containsExactly(Optional.empty(), Optional.of(usd(Money.MAX_UNITS)));
    assertThat(explanation.losses().getFirst().decidedBy()).isEqualTo(Decider.ACCEPTED_EARLIER);
  }

  @Test
  void unsoldSlotHasNothingToExplain() {
    Explanation explanation = Explanation.of(ClosedSlots.unsold().outcome().orElseThrow());

    assertThat(explanation.win()).isEmpty();
    assertThat(explanation.losses()).isEmpty();
  }

  @Test
  void outcomeWhosePriceDoesNotFollowIsNotExplainedAway() {
    AuctionOutcome outcome = ClosedSlots.awarded().outcome().orElseThrow();
    Candidate winner = outcome.candidates().getFirst();
    AuctionOutcome wrong =
        withCandidates(
            outcome,
            List.of(
                new Candidate(1, winner.bid(), winner.bid().price()), outcome.candidates().get(1)));

    assertThatThrownBy(() -> Explanation.of(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not follow");
  }

  private static AuctionOutcome withCandidates(AuctionOutcome outcome, List<Candidate> candidates) {
    return new AuctionOutcome(
        outcome.slot(),
        candidates,
        outcome.total(),
        outcome.byRegion(),
        outcome.partition(),
        outcome.openOffset(),
        outcome.lastOffset(),
        outcome.closeOffset(),
        outcome.closeCause(),
        outcome.closedAt(),
        outcome.digest());
  }

  private static Money usd(long units) {
    return Money.ofUnits(units, "USD");
  }
}
