package io.quantedge.bench;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes slots, and bids for them that are all valid. The same seed gives the same bids but for
 * their ids. Not thread-safe.
 */
public final class BidMaker {
  private static final String CURRENCY = "USD";
  private static final Money FLOOR = Money.of("0.5", CURRENCY);
  private static final Money INCREMENT = Money.of("0.01", CURRENCY);
  private static final long LEAST_UNITS = 10_000;
  private static final long MOST_UNITS = 200_000;
  private static final int MOST_LATENCY_MILLIS = 250;
  private static final List<Region> REGIONS =
      List.of(
          new Region("us-east-1"),
          new Region("eu-west-1"),
          new Region("ap-southeast-1"),
          new Region("sa-east-1"));

  private final int accounts;
  private final SplittableRandom random;

  /**
   * @param accounts how many buyers there are, 1 or more
   */
  public BidMaker(int accounts, SplittableRandom random) {
    this.accounts = accounts;
    this.random = random;
  }

  /** The name of a slot by its number, from 0. */
  public static SlotId slotId(int number) {
    return new SlotId("bench-slot-%05d".formatted(number));
  }

  /** A slot for which all bids of this class are valid. */
  public static SlotDefinition slot(SlotId slotId, Instant opensAt, Instant closesAt) {
    return new SlotDefinition(
        slotId,
        new AccountId("bench-publisher"),
        "top of page",
        FLOOR,
        INCREMENT,
        PricingRule.SECOND_PRICE,
        RankingRule.PRICE,
        opensAt,
        closesAt);
  }

  /** A new bid of anybody. */
  public Bid bid(SlotId slotId, Instant acceptedAt) {
    return new Bid(
        BidId.fresh(),
        slotId,
        new AccountId("bench-buyer-%04d".formatted(random.nextInt(accounts))),
        REGIONS.get(random.nextInt(REGIONS.size())),
        price(),
        random.nextInt(MOST_LATENCY_MILLIS),
        new QualityScore(random.nextInt(QualityScore.SCALE / 2, QualityScore.SCALE)),
        acceptedAt.truncatedTo(ChronoUnit.MICROS));
  }

  /** The same bid for another price: what an exchange must refuse. */
  public Bid contradiction(Bid bid) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price().plus(INCREMENT),
        bid.latencyMs(),
        bid.qualityScore(),
        bid.acceptedAt());
  }

  private Money price() {
    return Money.ofUnits(random.nextLong(LEAST_UNITS, MOST_UNITS), CURRENCY);
  }
}
