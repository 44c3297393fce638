package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A counted bid as the oracle sees it: what was sent, and when the log says it was accepted. Whole
 * numbers without a bound, so that no product can overflow.
 *
 * @param units the amount in ten-thousandths
 * @param weight what the amount is multiplied with to get the score
 */
public record Offer(
    String bidId, String accountId, BigInteger units, BigInteger weight, Instant acceptedAt) {
  static Offer of(PlannedBid sent, boolean byQuality, Instant acceptedAt) {
    return new Offer(
        sent.bidId().toString(),
        sent.accountId(),
        BigInteger.valueOf(sent.amountUnits()),
        BigInteger.valueOf(byQuality ? sent.qualityTenThousandths() : 1),
        acceptedAt);
  }

  /** A bid as it was kept. */
  public static Offer of(Bid bid, RankingRule ranking) {
    return new Offer(
        bid.bidId().toString(),
        bid.accountId().value(),
        BigInteger.valueOf(bid.price().units()),
        BigInteger.valueOf(
            ranking == RankingRule.QUALITY ? bid.qualityScore().tenThousandths() : 1),
        bid.acceptedAt());
  }

  /** The order of section "Evaluation": score, amount, time, id; the id by its text. */
  public boolean beats(Offer other) {
    int byScore = units.multiply(weight).compareTo(other.units.multiply(other.weight));
    int byAmount = units.compareTo(other.units);
    int byTime = other.acceptedAt.compareTo(acceptedAt);
    int byId = other.bidId.compareTo(bidId);
    for (int order : new int[] {byScore, byAmount, byTime, byId}) {
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }

  Offer at(BigInteger otherUnits) {
    return new Offer(bidId, accountId, otherUnits, weight, acceptedAt);
  }
}
