package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Slots, bids and whole auctions for tests; random ones are a function of their generator. */
public final class Auctions {
  public static final Instant OPENS = Instant.parse("2026-03-01T12:00:00Z");
  public static final Instant CLOSES = OPENS.plusSeconds(60);
  public static final FoldRules RULES = new FoldRules(3, 42);
  public static final AccountId PUBLISHER = new AccountId("publisher");

  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private Auctions() {}

  public static SlotDefinition slot(String id, PricingRule pricing, RankingRule ranking) {
    return slot(id, pricing, ranking, 10_000, 100);
  }

  public static SlotDefinition slot(
      String id, PricingRule pricing, RankingRule ranking, long floor, long increment) {
    return new SlotDefinition(
        new SlotId(id),
        PUBLISHER,
        "slot " + id,
        Money.ofUnits(floor, "USD"),
        Money.ofUnits(increment, "USD"),
        pricing,
        ranking,
        OPENS,
        CLOSES);
  }

  public static Bid bid(SlotDefinition slot, long number, String account, long units) {
    return bid(slot, number, account, units, 10_000, OPENS.plusSeconds(1));
  }

  public static Bid bid(
      SlotDefinition slot, long number, String account, long units, int quality, Instant at) {
    return new Bid(
        new BidId(new UUID(0, number)),
        slot.slotId(),
        new AccountId(account),
        new Region(REGIONS.get((int) (number % REGIONS.size()))),
        Money.ofUnits(units, "USD"),
        20,
        new QualityScore(quality),
        at);
  }

  /** A bid out of so few values that ties of every kind are common; nearly always valid. */
  static Bid randomBid(SlotDefinition slot, RandomGenerator random, long number) {
    int[] qualities = {10_000, 10_000, 9_999, 5_000, 3_333, 2_500, 1};
    Instant at = OPENS.plusSeconds(random.nextInt(3));
    if (random.nextInt(20) == 0) {
      at = random.nextBoolean() ? OPENS.minusNanos(1_000) : CLOSES.plusNanos(1_000);
    } else if (random.nextInt(10) == 0) {
      at = random.nextBoolean() ? OPENS : CLOSES;
    }
    Bid bid =
        bid(
            slot,
            number,
            random.nextInt(25) == 0 ? PUBLISHER.value() : "account-" + random.nextInt(5),
            1 + random.nextInt(40),
            qualities[random.nextInt(qualities.length)],
            at);
    return random.nextInt(25) == 0 ? withPrice(bid, Money.ofUnits(30, "EUR")) : bid;
  }

  static SlotDefinition randomSlot(String id, RandomGenerator random) {
    return slot(
        id,
        PricingRule.values()[random.nextInt(2)],
        RankingRule.values()[random.nextInt(2)],
        1 + random.nextInt(20),
        random.nextInt(4));
  }

  /** The same slot, kept open while bids come. */
  public static SlotDefinition withSoftClose(SlotDefinition slot, SoftClose softClose) {
    return new SlotDefinition(
        slot.slotId(),
        slot.publisherId(),
        slot.name(),
        slot.floor(),
        slot.increment(),
        slot.pricing(),
        slot.ranking(),
        slot.opensAt(),
        slot.closesAt(),
        Optional.of(softClose));
  }

  /** Windows and extensions out of so few values that edges are met. */
  static SlotDefinition randomSoftSlot(String id, RandomGenerator random) {
    return withSoftClose(
        randomSlot(id, random),
        new SoftClose(
            1_000L * (1 + random.nextInt(8)),
            1_000L * (1 + random.nextInt(8)),
            1_000L * (1 + random.nextInt(20))));
  }

  /** A bid around the end of a soft close, in whole seconds. */
  static Bid randomLateBid(SlotDefinition slot, RandomGenerator random, long number) {
    return withAcceptedAt(
        randomBid(slot, random, number), CLOSES.plusSeconds(random.nextInt(-12, 25)));
  }

  static Bid withPrice(Bid bid, Money price) {
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

  static Bid withAcceptedAt(Bid bid, Instant acceptedAt) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price(),
        bid.latencyMs(),
        bid.qualityScore(),
        acceptedAt);
  }

  public static AuctionEvent opened(SlotDefinition slot) {
    return new AuctionEvent.SlotOpened(slot, OPENS);
  }

  public static AuctionEvent placed(Bid bid) {
    return new AuctionEvent.BidPlaced(bid);
  }

  public static AuctionEvent.CloseMarked marker(SlotDefinition slot) {
    return new AuctionEvent.CloseMarked(slot.slotId(), CloseCause.REQUEST, CLOSES);
  }

  /** The outcome of the bids in this order. */
  static AuctionOutcome outcomeOf(SlotDefinition slot, List<Bid> bids) {
    return outcomeOf(slot, bids, RULES);
  }

  static AuctionOutcome outcomeOf(SlotDefinition slot, List<Bid> bids, FoldRules rules) {
    AuctionFold fold = new AuctionFold(slot, 0, 0, rules, new BidHasher());
    long offset = 0;
    for (Bid bid : bids) {
      fold.apply(bid, ++offset);
    }
    return fold.close(marker(slot), offset + 1);
  }
}
