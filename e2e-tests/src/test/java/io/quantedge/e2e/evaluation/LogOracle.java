package io.quantedge.e2e.evaluation;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.e2e.evaluation.AuctionLogs.Logged;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides slots from the auction log by brute force: it sorts all bids, and searches for a price by
 * its definition. It shares the contracts with the evaluator and nothing else.
 */
final class LogOracle {
  private static final int CANDIDATES = 3;
  private static final String COUNTED = "COUNTED";
  private static final String DUPLICATE = "DUPLICATE";

  private LogOracle() {}

  /** What must be on the topic for each slot that is closed in this log, as text. */
  static Map<SlotId, String> outcomes(List<Logged> log) {
    Map<SlotId, List<Logged>> bySlot = new LinkedHashMap<>();
    log.forEach(entry ->
        bySlot.computeIfAbsent(entry.event().slotId(), id -> new ArrayList<>()).add(entry));
    Map<SlotId, String> outcomes = new HashMap<>();
    bySlot.forEach((slotId, records) ->
        decide(records)
            .ifPresent(outcome ->
                outcomes.put(
                    slotId,
                    new String(EventCodec.OUTCOME.encode(outcome), StandardCharsets.UTF_8))));
    return outcomes;
  }

  /** How many bids of the slot stand behind its close marker. */
  static long late(List<Logged> log, SlotId slotId) {
    List<Logged> records =
        log.stream().filter(entry -> entry.event().slotId().equals(slotId)).toList();
    long marker =
        records.stream()
            .filter(entry -> entry.event() instanceof CloseMarked)
            .mapToLong(Logged::offset)
            .min()
            .orElse(Long.MAX_VALUE);
    return records.stream()
        .filter(entry -> entry.event() instanceof BidPlaced && entry.offset() > marker)
        .count();
  }

  private static Optional<AuctionOutcome> decide(List<Logged> records) {
    Optional<Logged> opening =
        records.stream().filter(entry -> entry.event() instanceof SlotOpened).findFirst();
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    List<Logged> auction =
        records.stream().filter(entry -> entry.offset() > opening.get().offset()).toList();
    return auction.stream()
        .filter(entry -> entry.event() instanceof CloseMarked)
        .findFirst()
        .map(marker -> outcome(opening.get(), auction, marker));
  }

  private static AuctionOutcome outcome(Logged opening, List<Logged> auction, Logged marker) {
    SlotDefinition slot = ((SlotOpened) opening.event()).slot();
    List<Logged> before =
        auction.stream().filter(entry -> entry.offset() < marker.offset()).toList();
    Map<BidId, Bid> firsts = new HashMap<>();
    List<Bid> counted = new ArrayList<>();
    Map<Region, Map<String, Long>> verdicts = new TreeMap<>();
    Instant deadline = slot.closesAt();
    for (Logged entry : before) {
      if (entry.event() instanceof BidPlaced(Bid bid)) {
        Bid first = firsts.putIfAbsent(bid.bidId(), bid);
        String verdict = first == null ? judge(slot, deadline, bid) : repeat(first, bid);
        if (verdict.equals(COUNTED)) {
          counted.add(bid);
          deadline = extended(slot, deadline, bid);
        }
        verdicts
            .computeIfAbsent(bid.region(), region -> new TreeMap<>())
            .merge(verdict, 1L, Long::sum);
      }
    }
    Map<String, Long> total = new TreeMap<>();
    verdicts.values().forEach(ofRegion -> ofRegion.forEach((v, n) -> total.merge(v, n, Long::sum)));
    SortedMap<Region, Tally> byRegion = new TreeMap<>();
    verdicts.forEach((region, ofRegion) -> byRegion.put(region, tally(ofRegion)));
    CloseMarked closing = (CloseMarked) marker.event();
    return new AuctionOutcome(
        slot,
        candidates(slot, counted),
        tally(total),
        byRegion,
        opening.partition(),
        opening.offset(),
        before.isEmpty() ? opening.offset() : before.getLast().offset(),
        marker.offset(),
        closing.cause(),
        closing.markedAt(),
        BidDigest.of(counted),
        deadline.equals(slot.closesAt()) ? Optional.empty() : Optional.of(deadline));
  }

  private static Instant extended(SlotDefinition slot, Instant deadline, Bid bid) {
    return slot.softClose()
        .map(soft -> soft.extended(deadline, slot.closesAt(), bid.acceptedAt()))
        .orElse(deadline);
  }

  private static String judge(SlotDefinition slot, Instant deadline, Bid bid) {
    if (!bid.price().currency().equals(slot.currency())) {
      return RejectionReason.WRONG_CURRENCY.name();
    }
    if (bid.price().units() < slot.floor().units()) {
      return RejectionReason.BELOW_FLOOR.name();
    }
    if (bid.acceptedAt().isBefore(slot.opensAt())) {
      return RejectionReason.BEFORE_OPENING.name();
    }
    if (bid.acceptedAt().isAfter(deadline)) {
      return RejectionReason.AFTER_CLOSING.name();
    }
    return bid.accountId().equals(slot.publisherId()) ? RejectionReason.OWN_SLOT.name() : COUNTED;
  }

  /** A repeat may have been accepted at another time; everything else must be the same. */
  private static String repeat(Bid first, Bid again) {
    boolean same =
        first.accountId().equals(again.accountId())
            && first.region().equals(again.region())
            && first.price().equals(again.price())
            && first.latencyMs() == again.latencyMs()
            && first.qualityScore().equals(again.qualityScore());
    return same ? DUPLICATE : RejectionReason.CONFLICTING_DUPLICATE.name();
  }

  private static Tally tally(Map<String, Long> verdicts) {
    Map<String, Long> left = new TreeMap<>(verdicts);
    long received = left.values().stream().mapToLong(Long::longValue).sum();
    long counted = Optional.ofNullable(left.remove(COUNTED)).orElse(0L);
    long duplicate = Optional.ofNullable(left.remove(DUPLICATE)).orElse(0L);
    SortedMap<RejectionReason, Long> rejected = new TreeMap<>();
    left.forEach((name, count) -> rejected.put(RejectionReason.valueOf(name), count));
    return new Tally(received, counted, duplicate, rejected);
  }

  private static List<Candidate> candidates(SlotDefinition slot, List<Bid> counted) {
    List<Bid> ranked = counted.stream().sorted(order(slot)).toList();
    Map<AccountId, Bid> best = new LinkedHashMap<>();
    ranked.forEach(bid -> best.putIfAbsent(bid.accountId(), bid));
    List<Bid> bestFirst = List.copyOf(best.values());
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < Math.min(CANDIDATES, bestFirst.size()); i++) {
      Optional<Bid> rival = bestFirst.stream().skip(i + 1L).findFirst();
      candidates.add(new Candidate(i + 1, bestFirst.get(i), price(slot, bestFirst.get(i), rival)));
    }
    return candidates;
  }

  private static Comparator<Bid> order(SlotDefinition slot) {
    return Comparator.comparing((Bid bid) -> score(slot, bid, bid.price().units()))
        .thenComparing(bid -> bid.price().units())
        .reversed()
        .thenComparing(Bid::acceptedAt)
        .thenComparing(bid -> bid.bidId().toString());
  }

  private static BigInteger score(SlotDefinition slot, Bid bid, long units) {
    long weight = slot.ranking() == RankingRule.QUALITY ? bid.qualityScore().tenThousandths() : 1;
    return BigInteger.valueOf(units).multiply(BigInteger.valueOf(weight));
  }

  private static Money price(SlotDefinition slot, Bid bid, Optional<Bid> rival) {
    if (slot.pricing() == PricingRule.FIRST_PRICE) {
      return bid.price();
    }
    if (rival.isEmpty()) {
      return slot.floor();
    }
    long raised = leastToBeat(slot, bid, rival.get()) + slot.increment().units();
    long units = Math.min(bid.price().units(), Math.max(slot.floor().units(), raised));
    return Money.ofUnits(units, slot.currency());
  }

  /** Found by halving between nothing and the bid itself, which does beat the rival. */
  private static long leastToBeat(SlotDefinition slot, Bid bid, Bid rival) {
    long tooLow = 0;
    long enough = bid.price().units();
    while (enough - tooLow > 1) {
      long middle = (enough + tooLow) >>> 1;
      Bid lower =
          new Bid(
              bid.bidId(),
              bid.slotId(),
              bid.accountId(),
              bid.region(),
              Money.ofUnits(middle, slot.currency()),
              bid.latencyMs(),
              bid.qualityScore(),
              bid.acceptedAt());
      if (order(slot).compare(lower, rival) < 0) {
        enough = middle;
      } else {
        tooLow = middle;
      }
    }
    return enough;
  }
}
