package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * The rules of an auction written down a second time, as plainly as possible and without any code
 * of the fold: everything is sorted, nothing is incremental, and a price is searched for by its
 * definition.
 */
final class Oracle {
  record Expected(
      List<Bid> candidates,
      List<Long> prices,
      List<Bid> counted,
      Map<String, Integer> verdicts,
      Instant deadline) {}

  private Oracle() {}

  static Expected judge(SlotDefinition slot, List<Bid> records, int candidates) {
    Map<String, Bid> firsts = new LinkedHashMap<>();
    Map<String, Integer> verdicts = new TreeMap<>();
    List<Bid> counted = new ArrayList<>();
    Instant deadline = slot.closesAt();
    for (Bid bid : records) {
      Bid first = firsts.putIfAbsent(bid.bidId().toString(), bid);
      String verdict =
          first == null
              ? verdictOf(slot, deadline, bid)
              : sameWords(first, bid) ? "DUPLICATE" : "CONFLICTING_DUPLICATE";
      verdicts.merge(verdict, 1, Integer::sum);
      if (verdict.equals("COUNTED")) {
        counted.add(bid);
        deadline = deadlineAfter(slot, deadline, bid);
      }
    }
    List<Bid> ranked = new ArrayList<>(counted);
    ranked.sort((a, b) -> beats(slot.ranking(), a, b) ? -1 : beats(slot.ranking(), b, a) ? 1 : 0);
    List<Bid> bestOfAccounts = new ArrayList<>();
    Set<String> accounts = new HashSet<>();
    ranked.stream()
        .filter(bid -> accounts.add(bid.accountId().value()))
        .forEach(bestOfAccounts::add);
    List<Bid> named = bestOfAccounts.subList(0, Math.min(candidates, bestOfAccounts.size()));
    List<Long> prices = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      prices.add(price(slot, bestOfAccounts, i));
    }
    return new Expected(List.copyOf(named), prices, counted, verdicts, deadline);
  }

  private static String verdictOf(SlotDefinition slot, Instant deadline, Bid bid) {
    if (!bid.price().currency().equals(slot.floor().currency())) {
      return "WRONG_CURRENCY";
    }
    if (bid.price().toDecimal().compareTo(slot.floor().toDecimal()) < 0) {
      return "BELOW_FLOOR";
    }
    if (bid.acceptedAt().compareTo(slot.opensAt()) < 0) {
      return "BEFORE_OPENING";
    }
    if (bid.acceptedAt().compareTo(deadline) > 0) {
      return "AFTER_CLOSING";
    }
    return bid.accountId().value().equals(slot.publisherId().value()) ? "OWN_SLOT" : "COUNTED";
  }

  /** In milliseconds since 1970, so that nothing of the real rule's code is used. */
  private static Instant deadlineAfter(SlotDefinition slot, Instant deadline, Bid bid) {
    if (slot.softClose().isEmpty()) {
      return deadline;
    }
    SoftClose soft = slot.softClose().get();
    long now = bid.acceptedAt().toEpochMilli();
    long end = deadline.toEpochMilli();
    long furthest = slot.closesAt().toEpochMilli() + soft.maximumMillis();
    boolean inWindow = end - now < soft.windowMillis();
    return inWindow
        ? Instant.ofEpochMilli(Math.max(end, Math.min(furthest, now + soft.extensionMillis())))
        : deadline;
  }

  private static boolean sameWords(Bid a, Bid b) {
    return a.accountId().equals(b.accountId())
        && a.region().equals(b.region())
        && a.price().equals(b.price())
        && a.latencyMs() == b.latencyMs()
        && a.qualityScore().equals(b.qualityScore());
  }

  private static boolean beats(RankingRule rule, Bid a, Bid b) {
    int byScore = score(rule, a).compareTo(score(rule, b));
    if (byScore != 0) {
      return byScore > 0;
    }
    int byAmount = a.price().toDecimal().compareTo(b.price().toDecimal());
    if (byAmount != 0) {
      return byAmount > 0;
    }
    int byTime = a.acceptedAt().compareTo(b.acceptedAt());
    // The text form of an id has the same order as the id.
    return byTime != 0 ? byTime < 0 : a.bidId().toString().compareTo(b.bidId().toString()) < 0;
  }

  private static BigDecimal score(RankingRule rule, Bid bid) {
    BigDecimal amount = bid.price().toDecimal();
    return rule == RankingRule.PRICE ? amount : amount.multiply(bid.qualityScore().toDecimal());
  }

  private static long price(SlotDefinition slot, List<Bid> ranked, int place) {
    Bid bid = ranked.get(place);
    if (slot.pricing() == PricingRule.FIRST_PRICE) {
      return bid.price().units();
    }
    if (place == ranked.size() - 1) {
      return slot.floor().units();
    }
    Bid rival = ranked.get(place + 1);
    long least =
        leastThat(
            units ->
                beats(slot.ranking(), Auctions.withPrice(bid, Money.ofUnits(units, "USD")), rival),
            bid.price().units());
    BigInteger raised = BigInteger.valueOf(least).add(BigInteger.valueOf(slot.increment().units()));
    return raised
        .max(BigInteger.valueOf(slot.floor().units()))
        .min(BigInteger.valueOf(bid.price().units()))
        .longValueExact();
  }

  /** One by one where that is possible, by halving where it is not. */
  private static long leastThat(LongPredicate wins, long highest) {
    if (highest <= 1_000) {
      for (long units = 1; units <= highest; units++) {
        if (wins.test(units)) {
          return units;
        }
      }
      throw new AssertionError("the better bid does not win with its own amount");
    }
    long low = 1;
    long high = highest;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (wins.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
