package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.SlotDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Who won a slot, why, at what price, and what the others would have needed: computed from the
 * outcome alone, with the ranking and the arithmetic that decided it. It holds everything; what of
 * it a viewer may see is {@link Disclosure}'s to say. Immutable.
 *
 * @param win absent if the slot is unsold
 * @param losses the other candidates, best first
 */
public record Explanation(Optional<Win> win, List<Loss> losses) {
  public Explanation {
    losses = List.copyOf(losses);
  }

  /**
   * @throws IllegalStateException if the outcome contradicts itself
   */
  public static Explanation of(AuctionOutcome outcome) {
    Optional<Candidate> winner = outcome.winner();
    if (winner.isEmpty()) {
      return new Explanation(Optional.empty(), List.of());
    }
    Candidate first = winner.get();
    List<Loss> losses =
        outcome.candidates().stream()
            .skip(1)
            .map(candidate -> loss(outcome.slot(), candidate, first))
            .toList();
    Ranking ranking = new Ranking(outcome.slot().ranking());
    Win win =
        new Win(
            first,
            score(ranking, first.bid()),
            losses.stream().findFirst().map(Loss::decidedBy),
            ExplainedPrice.of(outcome, first));
    return new Explanation(Optional.of(win), losses);
  }

  /**
   * Why the first candidate won.
   *
   * @param score the amount, or amount × quality, exactly
   * @param decidedBy what put it before the next candidate; absent if there is none
   */
  public record Win(
      Candidate candidate,
      BigDecimal score,
      Optional<Decider> decidedBy,
      ExplainedPrice explainedPrice) {}

  /**
   * Why a candidate did not win.
   *
   * @param decidedBy what put the winner before it
   * @param minToWin the least amount with which it would have outranked the winner, all else being
   *     equal. Absent if no bid can be so high
   */
  public record Loss(
      Candidate candidate, BigDecimal score, Decider decidedBy, Optional<Money> minToWin) {}

  private static Loss loss(SlotDefinition slot, Candidate candidate, Candidate winner) {
    Ranking ranking = new Ranking(slot.ranking());
    return new Loss(
        candidate,
        score(ranking, candidate.bid()),
        decider(ranking, winner.bid(), candidate.bid()),
        minToWin(slot, ranking, candidate.bid(), winner.bid()));
  }

  private static Decider decider(Ranking ranking, Bid better, Bid other) {
    if (!ranking.outranks(better, other)) {
      throw new IllegalStateException(
          "bid " + other.bidId() + " outranks bid " + better.bidId() + ", which is said to win");
    }
    if (score(ranking, better).compareTo(score(ranking, other)) != 0) {
      return Decider.SCORE;
    }
    if (better.price().units() != other.price().units()) {
      return Decider.AMOUNT;
    }
    return better.acceptedAt().equals(other.acceptedAt())
        ? Decider.SMALLER_BID_ID
        : Decider.ACCEPTED_EARLIER;
  }

  private static Optional<Money> minToWin(
      SlotDefinition slot, Ranking ranking, Bid candidate, Bid winner) {
    BigInteger least = new Pricing(slot, ranking).leastWinningUnits(candidate, winner);
    // More than the candidate bid, so above the floor.
    return least.compareTo(BigInteger.valueOf(Money.MAX_UNITS)) > 0
        ? Optional.empty()
        : Optional.of(Money.ofUnits(least.longValueExact(), slot.currency()));
  }

  private static BigDecimal score(Ranking ranking, Bid bid) {
    return switch (ranking.rule()) {
      case PRICE -> bid.price().toDecimal();
      case QUALITY -> bid.price().toDecimal().multiply(bid.qualityScore().toDecimal());
    };
  }
}
