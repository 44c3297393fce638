package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides an auction by brute force from all its offers: slow, simple and written apart from the
 * evaluator, so that the two can be wrong only in different ways. Stateless.
 */
public final class Oracle {
  /** How many accounts are asked for a slot, the winner included. */
  public static final int CANDIDATES = 3;

  private Oracle() {}

  /** An account's best offer and what it would pay. */
  public record Expected(Offer offer, BigInteger priceUnits) {}

  /** The candidates, best first; empty if there is no offer. */
  public static List<Expected> decide(Terms terms, List<Offer> offers) {
    List<Offer> ranked = new ArrayList<>();
    List<Offer> rest = new ArrayList<>(offers);
    // One more than the candidates: the last one's price depends on the next.
    while (!rest.isEmpty() && ranked.size() <= CANDIDATES) {
      Offer best = best(rest);
      ranked.add(best);
      rest.removeIf(offer -> offer.accountId().equals(best.accountId()));
    }
    List<Expected> candidates = new ArrayList<>();
    for (int i = 0; i < Math.min(CANDIDATES, ranked.size()); i++) {
      Optional<Offer> next = ranked.stream().skip(i + 1L).findFirst();
      candidates.add(new Expected(ranked.get(i), price(terms, ranked.get(i), next)));
    }
    return candidates;
  }

  private static Offer best(List<Offer> offers) {
    Offer best = offers.getFirst();
    for (Offer offer : offers) {
      if (offer.beats(best)) {
        best = offer;
      }
    }
    return best;
  }

  private static BigInteger price(Terms terms, Offer winner, Optional<Offer> next) {
    if (terms.pricing() == PricingRule.FIRST_PRICE) {
      return winner.units();
    }
    BigInteger floor = BigInteger.valueOf(terms.floor().units());
    BigInteger increment = BigInteger.valueOf(terms.increment().units());
    return next.map(rival -> leastToBeat(rival, winner).add(increment))
        .orElse(floor)
        .max(floor)
        .min(winner.units());
  }

  /** The least amount with which the winner still beats the rival, found by halving. */
  private static BigInteger leastToBeat(Offer rival, Offer winner) {
    BigInteger tooLow = BigInteger.ZERO;
    BigInteger enough = winner.units();
    while (enough.subtract(tooLow).compareTo(BigInteger.ONE) > 0) {
      BigInteger middle = tooLow.add(enough).shiftRight(1);
      if (winner.at(middle).beats(rival)) {
        enough = middle;
      } else {
        tooLow = middle;
      }
    }
    return enough;
  }
}
