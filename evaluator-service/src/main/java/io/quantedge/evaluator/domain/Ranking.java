package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.slot.RankingRule;
import java.util.Comparator;

/**
 * The total order of a slot's bids, best first: score descending, amount descending, acceptance
 * ascending, id ascending. No two bids of different ids are equal in it, so the winner depends on
 * the set of bids and on nothing else.
 *
 * <p>A score is amount × weight. It needs up to 74 bits (10^18 × 10^4), so scores are compared as
 * 128-bit products and never stored.
 */
public record Ranking(RankingRule rule) implements Comparator<Bid> {
  /** Negative if {@code left} is the better bid. */
  @Override
  public int compare(Bid left, Bid right) {
    int byScore =
        compareProducts(right.price().units(), weight(right), left.price().units(), weight(left));
    if (byScore != 0) {
      return byScore;
    }
    int byAmount = Long.compare(right.price().units(), left.price().units());
    return byAmount != 0 ? byAmount : compareSeniority(left, right);
  }

  boolean outranks(Bid bid, Bid rival) {
    return compare(bid, rival) < 0;
  }

  /** The order of two bids of equal score and amount: the earlier one is better, then the id. */
  static int compareSeniority(Bid left, Bid right) {
    int byTime = left.acceptedAt().compareTo(right.acceptedAt());
    return byTime != 0 ? byTime : left.bidId().compareTo(right.bidId());
  }

  /** What an amount is multiplied with: 1, or the quality in ten-thousandths. */
  long weight(Bid bid) {
    return switch (rule) {
      case PRICE -> 1;
      case QUALITY -> bid.qualityScore().tenThousandths();
    };
  }

  private static int compareProducts(long a, long weightOfA, long b, long weightOfB) {
    int byHighHalf = Long.compare(Math.multiplyHigh(a, weightOfA), Math.multiplyHigh(b, weightOfB));
    return byHighHalf != 0 ? byHighHalf : Long.compareUnsigned(a * weightOfA, b * weightOfB);
  }
}
