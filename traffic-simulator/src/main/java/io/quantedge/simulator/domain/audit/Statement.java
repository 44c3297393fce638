package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.simulator.domain.audit.SettledSlot.Considered;
import io.quantedge.simulator.domain.audit.SettledSlot.Place;
import io.quantedge.simulator.domain.audit.SettledSlot.Settlement;
import io.quantedge.simulator.domain.check.Offer;
import io.quantedge.simulator.domain.check.Oracle;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What each source says of a slot, in the same words. A subject that a source cannot know is absent
 * from its facts: the bid store keeps each bid once, so it knows no repeats.
 */
final class Statement {
  private Statement() {}

  /** A candidate as any source may have it. */
  private record Ranked(String bidId, String accountId, Money amount, Money price) {}

  /**
   * @param rank of the candidate that bought, if one did
   */
  static Facts ofLog(LoggedSlot log, Rebuild rebuilt, CloseMarked marker, Optional<Integer> rank) {
    Facts facts = new Facts();
    List<Ranked> candidates = expected(rebuilt);
    candidates(facts, candidates, rank);
    kept(facts, rebuilt);
    facts.put(Subjects.RECEIVED, rebuilt.total().received());
    facts.put(Subjects.DUPLICATE, rebuilt.total().duplicate());
    facts.put(
        Subjects.rejected(RejectionReason.CONFLICTING_DUPLICATE),
        rebuilt.total().rejected(RejectionReason.CONFLICTING_DUPLICATE));
    facts.put(Subjects.BY_REGION, byRegion(rebuilt.byRegion()));
    facts.put(Subjects.PARTITION, log.partition());
    facts.put(Subjects.OPENED_AT_OFFSET, log.openOffset());
    facts.put(Subjects.LAST_OFFSET, log.lastOffset());
    facts.put(Subjects.CLOSED_AT_OFFSET, log.closeOffset());
    facts.put(Subjects.CLOSE_CAUSE, marker.cause());
    facts.put(Subjects.CLOSED_AT, marker.markedAt());
    return definition(facts, rebuilt.slot());
  }

  static Facts ofStore(StoredSlot stored, Rebuild rebuilt, Optional<Integer> rank) {
    Facts facts = new Facts();
    candidates(facts, expected(rebuilt), rank);
    kept(facts, rebuilt);
    facts.put(Subjects.PARTITION, stored.partition());
    facts.put(Subjects.OPENED_AT_OFFSET, stored.openOffset());
    facts.put(
        Subjects.CLOSED_AT_OFFSET, stored.closeOffset().map(String::valueOf).orElse(Facts.NONE));
    return definition(facts, rebuilt.slot());
  }

  /** What both the log and the store tell when they are folded. */
  private static void kept(Facts facts, Rebuild rebuilt) {
    facts.put(Subjects.COUNTED, rebuilt.total().counted());
    for (RejectionReason reason : RejectionReason.values()) {
      if (reason != RejectionReason.CONFLICTING_DUPLICATE) {
        facts.put(Subjects.rejected(reason), rebuilt.total().rejected(reason));
      }
    }
    facts.put(Subjects.COUNTED_BY_REGION, countedByRegion(rebuilt.byRegion()));
    facts.put(Subjects.LATE, rebuilt.late());
    facts.put(Subjects.DIGEST, rebuilt.rows().digestOfCounted());
    facts.put(Subjects.DIGEST_OF_ALL, rebuilt.rows().digestOfAll());
    facts.put(Subjects.DEADLINE, rebuilt.deadline());
  }

  static Facts ofOutcome(AuctionOutcome outcome, Optional<Integer> rank) {
    Facts facts = new Facts();
    List<Ranked> candidates =
        outcome.candidates().stream()
            .map(candidate ->
                new Ranked(
                    candidate.bid().bidId().toString(),
                    candidate.bid().accountId().value(),
                    candidate.bid().price(),
                    candidate.clearingPrice()))
            .toList();
    candidates(facts, candidates, rank);
    Counts total = Counts.of(outcome.total());
    facts.put(Subjects.COUNTED, total.counted());
    for (RejectionReason reason : RejectionReason.values()) {
      facts.put(Subjects.rejected(reason), total.rejected(reason));
    }
    facts.put(Subjects.RECEIVED, total.received());
    facts.put(Subjects.DUPLICATE, total.duplicate());
    SortedMap<Region, Counts> byRegion = new TreeMap<>();
    outcome.byRegion().forEach((region, tally) -> byRegion.put(region, Counts.of(tally)));
    facts.put(Subjects.COUNTED_BY_REGION, countedByRegion(byRegion));
    facts.put(Subjects.BY_REGION, byRegion(byRegion));
    facts.put(Subjects.DIGEST, outcome.digest());
    facts.put(Subjects.DEADLINE, outcome.deadline());
    facts.put(Subjects.PARTITION, outcome.partition());
    facts.put(Subjects.OPENED_AT_OFFSET, outcome.openOffset());
    facts.put(Subjects.LAST_OFFSET, outcome.lastOffset());
    facts.put(Subjects.CLOSED_AT_OFFSET, outcome.closeOffset());
    facts.put(Subjects.CLOSE_CAUSE, outcome.closeCause());
    facts.put(Subjects.CLOSED_AT, outcome.closedAt());
    return definition(facts, outcome.slot());
  }

  static Facts ofSettled(SettledSlot settled) {
    Facts facts = new Facts();
    List<Ranked> candidates = settled.candidates().stream().map(Statement::ranked).toList();
    candidates(facts, candidates, Optional.empty());
    facts.put(Subjects.STATE, settled.state().equals(SettledSlot.UNSOLD) ? "UNSOLD" : "AWARDED");
    settled.settlement().ifPresent(paid -> sale(facts, paid));
    facts.put(Subjects.RECEIVED, settled.received());
    facts.put(Subjects.COUNTED, settled.counted());
    facts.put(Subjects.DIGEST, settled.digest());
    Place place = settled.place();
    facts.put(Subjects.PARTITION, place.partition());
    facts.put(Subjects.OPENED_AT_OFFSET, place.openOffset());
    facts.put(Subjects.LAST_OFFSET, place.lastOffset());
    facts.put(Subjects.CLOSED_AT_OFFSET, place.closeOffset());
    facts.put(Subjects.CLOSE_CAUSE, place.closeCause());
    facts.put(Subjects.CLOSED_AT, place.closedAt());
    SettledSlot.Terms terms = settled.terms();
    return facts
        .put(Subjects.PUBLISHER, terms.publisherId())
        .put(Subjects.NAME, terms.name())
        .put(Subjects.FLOOR, terms.floor())
        .put(Subjects.INCREMENT, terms.increment())
        .put(Subjects.PRICING, terms.pricing())
        .put(Subjects.RANKING, terms.ranking())
        .put(Subjects.OPENS_AT, terms.opensAt())
        .put(Subjects.CLOSES_AT, terms.closesAt());
  }

  private static void sale(Facts facts, Settlement paid) {
    facts
        .put(Subjects.BUYER, buyer(paid.buyerId(), paid.bidId().toString()))
        .put(Subjects.WINNING_BID, paid.winningBid())
        .put(Subjects.PRICE_PAID, paid.price())
        .put(Subjects.SOLD_BY, paid.publisherId());
  }

  private static Facts definition(Facts facts, SlotDefinition slot) {
    return facts
        .put(Subjects.PUBLISHER, slot.publisherId())
        .put(Subjects.SOLD_BY, slot.publisherId())
        .put(Subjects.NAME, slot.name())
        .put(Subjects.FLOOR, slot.floor())
        .put(Subjects.INCREMENT, slot.increment())
        .put(Subjects.PRICING, slot.pricing())
        .put(Subjects.RANKING, slot.ranking())
        .put(Subjects.OPENS_AT, slot.opensAt())
        .put(Subjects.CLOSES_AT, slot.closesAt())
        .put(Subjects.SOFT_CLOSE, slot.softClose().map(SoftClose::toString).orElse(Facts.NONE));
  }

  /** The winner, those behind it, and what the one that bought must have paid. */
  private static void candidates(Facts facts, List<Ranked> ranked, Optional<Integer> sold) {
    facts.put(Subjects.STATE, ranked.isEmpty() ? "UNSOLD" : "AWARDED");
    for (int rank = 1; rank <= Math.max(Oracle.CANDIDATES, ranked.size()); rank++) {
      Optional<Ranked> candidate = at(ranked, rank);
      facts.put(
          Subjects.candidate(rank),
          candidate
              .map(one -> buyer(one.accountId(), one.bidId()) + " for " + one.amount())
              .orElse(Facts.NONE));
      facts.put(
          Subjects.price(rank),
          candidate.map(Ranked::price).map(Money::toString).orElse(Facts.NONE));
    }
    if (sold.isPresent()) {
      Optional<Ranked> buyer = at(ranked, sold.get());
      facts.put(
          Subjects.BUYER, buyer.map(one -> buyer(one.accountId(), one.bidId())).orElse(Facts.NONE));
      facts.put(
          Subjects.WINNING_BID, buyer.map(Ranked::amount).map(Money::toString).orElse(Facts.NONE));
      facts.put(
          Subjects.PRICE_PAID, buyer.map(Ranked::price).map(Money::toString).orElse(Facts.NONE));
    }
  }

  private static Optional<Ranked> at(List<Ranked> ranked, int rank) {
    return rank < 1 ? Optional.empty() : ranked.stream().skip(rank - 1L).findFirst();
  }

  private static String buyer(String accountId, String bidId) {
    return "%s with bid %s".formatted(accountId, bidId);
  }

  private static List<Ranked> expected(Rebuild rebuilt) {
    List<Ranked> ranked = new ArrayList<>();
    String currency = rebuilt.slot().currency();
    for (Expected expected : rebuilt.candidates()) {
      Offer offer = expected.offer();
      ranked.add(
          new Ranked(
              offer.bidId(),
              offer.accountId(),
              Money.ofUnits(offer.units().longValueExact(), currency),
              Money.ofUnits(expected.priceUnits().longValueExact(), currency)));
    }
    return ranked;
  }

  private static Ranked ranked(Considered row) {
    return new Ranked(row.bidId().toString(), row.accountId(), row.amount(), row.clearingPrice());
  }

  private static String countedByRegion(SortedMap<Region, Counts> byRegion) {
    return byRegion.entrySet().stream()
        .filter(entry -> entry.getValue().counted() > 0)
        .map(entry -> entry.getKey() + " " + entry.getValue().counted())
        .collect(Collectors.joining(", "));
  }

  private static String byRegion(SortedMap<Region, Counts> byRegion) {
    return byRegion.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
