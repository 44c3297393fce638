package io.quantedge.evaluator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutcomeKeyTest {
  private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
  private static final SlotId SLOT = new SlotId("slot-1");

  @Test
  void outcomesOfOneBuyerShareAKeyOrGoByTheirSlots() {
    AuctionOutcome won = outcome(List.of(candidate("buyer-1")));

    assertThat(OutcomeKey.WINNER.of(won)).isEqualTo("buyer-1");
    assertThat(OutcomeKey.SLOT.of(won)).isEqualTo("slot-1");
  }

  @Test
  void anOutcomeWithoutAWinnerGoesByItsSlot() {
    assertThat(OutcomeKey.WINNER.of(outcome(List.of()))).isEqualTo("slot-1");
  }

  private static Candidate candidate(String accountId) {
    Money price = Money.of("5.4", "USD");
    Bid bid =
        new Bid(
            BidId.fresh(),
            SLOT,
            new AccountId(accountId),
            new Region("eu-west-1"),
            price,
            12,
            QualityScore.FULL,
            TIME);
    return new Candidate(1, bid, price);
  }

  private static AuctionOutcome outcome(List<Candidate> candidates) {
    return new AuctionOutcome(
        new SlotDefinition(
            SLOT,
            new AccountId("publisher-1"),
            "top of page",
            Money.of("1", "USD"),
            Money.of("0.01", "USD"),
            PricingRule.SECOND_PRICE,
            RankingRule.PRICE,
            TIME,
            TIME.plusSeconds(60)),
        candidates,
        new Tally(candidates.size(), candidates.size(), 0, new TreeMap<>()),
        new TreeMap<>(),
        3,
        10,
        10 + candidates.size(),
        11 + candidates.size(),
        CloseCause.TIMER,
        TIME.plusSeconds(60),
        BidDigest.of(candidates.stream().map(Candidate::bid).toList()));
  }
}
