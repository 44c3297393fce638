package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.SlotDefinition;
import java.math.BigInteger;
import java.util.Optional;

/** What a candidate pays if the slot becomes its own. */
record Pricing(SlotDefinition slot, Ranking ranking) {
  /**
   * @param rival the best bid of the next account, absent if there is no other account left
   * @return at least the floor, at most the candidate's bid
   */
  Money clearingPrice(Bid candidate, Optional<Bid> rival) {
    return switch (slot.pricing()) {
      case FIRST_PRICE -> candidate.price();
      case SECOND_PRICE -> rival.map(next -> secondPrice(candidate, next)).orElseGet(slot::floor);
    };
  }

  private Money secondPrice(Bid candidate, Bid rival) {
    // At most the candidate's own amount, so adding the increment cannot overflow.
    long raised = leastWinningUnits(candidate, rival).longValueExact() + slot.increment().units();
    long bounded = Math.min(candidate.price().units(), Math.max(slot.floor().units(), raised));
    return Money.ofUnits(bounded, slot.currency());
  }

  /**
   * The least amount, in ten-thousandths, with which the candidate would still outrank the rival:
   * the least x with x × w ≥ S (w the candidate's weight, S the rival's score), or one more if that
   * x only ties and loses the tie. It may be more than any bid can offer.
   */
  BigInteger leastWinningUnits(Bid candidate, Bid rival) {
    BigInteger weight = BigInteger.valueOf(ranking.weight(candidate));
    BigInteger rivalScore =
        BigInteger.valueOf(rival.price().units())
            .multiply(BigInteger.valueOf(ranking.weight(rival)));
    BigInteger[] quotient = rivalScore.divideAndRemainder(weight);
    boolean wins = quotient[1].signum() == 0 && winsTieAt(quotient[0], candidate, rival);
    return wins ? quotient[0] : quotient[0].add(BigInteger.ONE);
  }

  private static boolean winsTieAt(BigInteger units, Bid candidate, Bid rival) {
    int byAmount = units.compareTo(BigInteger.valueOf(rival.price().units()));
    return byAmount > 0 || (byAmount == 0 && Ranking.compareSeniority(candidate, rival) < 0);
  }
}
