package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ExplanationProperties {
  private static final int AUCTIONS = 10_000;

  /** The claim is checked by holding the auction again, with the loser's bid changed. */
  @Test
  void withItsMinToWinALoserWouldHaveWonAndWithLessItWouldNot() {
    int losses = 0;
    Map<Decider, Integer> deciders = new EnumMap<>(Decider.class);
    for (int seed = 0; seed < AUCTIONS; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      List<Bid> bids = bids(slot, random);
      AuctionOutcome outcome = Auctions.outcomeOf(slot, bids);

      for (Explanation.Loss loss : Explanation.of(outcome).losses()) {
        Bid bid = loss.candidate().bid();
        long least = loss.minToWin().orElseThrow().units();
        assertThat(winnerWith(slot, outcome, bid, least))
            .as("seed %d, %s with %d", seed, bid, least)
            .isEqualTo(bid.accountId().value());
        assertThat(winnerWith(slot, outcome, bid, least - 1))
            .as("seed %d, %s with %d", seed, bid, least - 1)
            .isNotEqualTo(bid.accountId().value());
        deciders.merge(loss.decidedBy(), 1, Integer::sum);
        losses++;
      }
    }
    assertThat(losses).as("losses worth the name").isGreaterThan(AUCTIONS);
    assertThat(deciders).as("every tie-break must be among them").containsKeys(Decider.values());
  }

  /** {@link Explanation#of} throws if its own way to the price ends at another one. */
  @Test
  void everyPriceIsExplainedByTheStepsThatMadeIt() {
    Map<PriceBasis, Integer> bases = new EnumMap<>(PriceBasis.class);
    for (int seed = 0; seed < AUCTIONS; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      FoldRules rules = new FoldRules(1 + random.nextInt(3), 42);
      AuctionOutcome outcome = Auctions.outcomeOf(slot, bids(slot, random), rules);

      Explanation.of(outcome)
          .win()
          .ifPresent(win -> bases.merge(win.explainedPrice().basis(), 1, Integer::sum));
    }
    assertThat(bases)
        .as("every way to a price must be among them")
        .containsKeys(PriceBasis.values());
  }

  private static List<Bid> bids(SlotDefinition slot, Random random) {
    return LongStream.rangeClosed(1, 1 + random.nextInt(12))
        .mapToObj(number -> Auctions.randomBid(slot, random, number))
        .toList();
  }

  /** Who wins if the candidates bid again and this bid is of another amount. */
  private static String winnerWith(
      SlotDefinition slot, AuctionOutcome outcome, Bid bid, long units) {
    if (units < 1) {
      return "nobody can bid nothing";
    }
    Map<Bid, Bid> changed = new HashMap<>();
    changed.put(bid, Auctions.withPrice(bid, Money.ofUnits(units, slot.currency())));
    List<Bid> again =
        outcome.candidates().stream()
            .map(Candidate::bid)
            .map(candidate -> changed.getOrDefault(candidate, candidate))
            .toList();
    return Auctions.outcomeOf(slot, again)
        .winner()
        .map(winner -> winner.bid().accountId().value())
        .orElse("nobody");
  }
}
