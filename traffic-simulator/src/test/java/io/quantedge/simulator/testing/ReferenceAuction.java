package io.quantedge.simulator.testing;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides an auction in another way than the oracle: one sort, decimal scores, and second prices in
 * closed form.
 */
public final class ReferenceAuction {
  private ReferenceAuction() {}

  /** The best three accounts with their prices. */
  public static List<Candidate> candidates(SlotDefinition slot, Collection<Bid> counted) {
    Comparator<Bid> order =
        Comparator.comparing((Bid bid) -> score(slot, bid))
            .thenComparing(Bid::price)
            .reversed()
            .thenComparing(Bid::acceptedAt)
            .thenComparing(Bid::bidId);
    Map<String, Bid> bestOfAccount = new LinkedHashMap<>();
    counted.stream()
        .sorted(order)
        .forEach(bid -> bestOfAccount.putIfAbsent(bid.accountId().value(), bid));
    List<Bid> ranked = List.copyOf(bestOfAccount.values());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < Math.min(3, ranked.size()); i++) {
      Money price =
          i + 1 < ranked.size()
              ? price(slot, order, ranked.get(i), ranked.get(i + 1))
              : alone(slot, ranked.get(i));
      candidates.add(new Candidate(i + 1, ranked.get(i), price));
    }
    return candidates;
  }

  private static Money alone(SlotDefinition slot, Bid winner) {
    return slot.pricing() == PricingRule.FIRST_PRICE ? winner.price() : slot.floor();
  }

  private static Money price(SlotDefinition slot, Comparator<Bid> order, Bid winner, Bid rival) {
    if (slot.pricing() == PricingRule.FIRST_PRICE) {
      return winner.price();
    }
    BigDecimal needed = score(slot, rival).divide(weight(slot, winner), 4, RoundingMode.CEILING);
    Money least = Money.ofDecimal(needed, slot.currency());
    if (!least.isPositive() || order.compare(at(winner, least), rival) > 0) {
      least = least.plus(Money.ofUnits(1, slot.currency()));
    }
    Money raised = least.plus(slot.increment());
    Money atLeastFloor = raised.compareTo(slot.floor()) < 0 ? slot.floor() : raised;
    return atLeastFloor.compareTo(winner.price()) > 0 ? winner.price() : atLeastFloor;
  }

  private static BigDecimal score(SlotDefinition slot, Bid bid) {
    return bid.price().toDecimal().multiply(weight(slot, bid));
  }

  private static BigDecimal weight(SlotDefinition slot, Bid bid) {
    return slot.ranking() == RankingRule.QUALITY ? bid.qualityScore().toDecimal() : BigDecimal.ONE;
  }

  private static Bid at(Bid bid, Money price) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        price,
        bid.latencyMs(),
        bid.qualityScore(),
        bid.acceptedAt());
  }
}
