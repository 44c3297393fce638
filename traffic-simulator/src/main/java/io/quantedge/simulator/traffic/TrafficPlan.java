package io.quantedge.simulator.traffic;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.simulator.domain.scenario.BidPurpose;
import io.quantedge.simulator.domain.scenario.Closing;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which auction runs when, and which bid comes when: a pure function of the spec, so that any bid
 * can be made without those before it. Auctions run in lanes, one after the other in each.
 * Immutable and thread-safe.
 */
final class TrafficPlan {
  /** How long a lane bids for one auction before it goes on to the next. */
  static final Duration TURN = Duration.ofSeconds(5);

  /** How long before its turn an auction is opened, so that it is known when its bids come. */
  static final Duration LEAD = Duration.ofSeconds(1);

  /** How long after its turn it closes, so that bids under way are in time. */
  static final Duration GRACE = Duration.ofMillis(500);

  private static final int ADVERTISERS = 12;

  /** The few that win all contended auctions. */
  private static final int HOT_ADVERTISERS = 2;

  private static final int PUBLISHERS = 3;
  private static final String CURRENCY = "USD";
  private static final long CENT = Money.UNITS_PER_ONE / 100;
  private static final long FLOOR_UNITS = Money.UNITS_PER_ONE;
  private static final long MOST_UNITS = 10 * Money.UNITS_PER_ONE;

  /** Above every other bid. */
  private static final long HOT_UNITS = 12 * Money.UNITS_PER_ONE;

  /** Far more than an hour of winning costs. */
  private static final long CREDIT_UNITS = 10_000_000 * Money.UNITS_PER_ONE;

  private static final long FUNDING_UNITS = 5_000 * Money.UNITS_PER_ONE;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final TrafficSpec spec;

  TrafficPlan(TrafficSpec spec) {
    this.spec = spec;
  }

  /**
   * One auction.
   *
   * @param lane 0 to {@code slots - 1}
   * @param turn 0 for the lane's first one
   */
  record Auction(int lane, long turn) {}

  /** Advertisers with credit for everything they may win, some with money too, and publishers. */
  List<PlannedAccount> accounts() {
    return Stream.concat(
            IntStream.range(0, ADVERTISERS).mapToObj(this::advertiser),
            IntStream.range(0, PUBLISHERS).mapToObj(this::publisher))
        .toList();
  }

  private PlannedAccount advertiser(int index) {
    return new PlannedAccount(
        advertiserId(index),
        PlannedAccount.Type.ADVERTISER,
        (index < HOT_ADVERTISERS ? "Hot advertiser " : "Advertiser ") + (index + 1),
        money(CREDIT_UNITS),
        index % 2 == 0 ? Optional.of(money(FUNDING_UNITS)) : Optional.empty());
  }

  private PlannedAccount publisher(int index) {
    return new PlannedAccount(
        publisherId(index),
        PlannedAccount.Type.PUBLISHER,
        "Publisher " + (index + 1),
        money(0),
        Optional.empty());
  }

  /** How many bids are due after so much time, the one of this very moment too. */
  long dueBids(Duration elapsed) {
    return Math.min(total(), wholeBids(elapsed) + 1);
  }

  /** All bids of the run. */
  long total() {
    Duration duration = spec.duration();
    long whole = wholeBids(duration);
    return due(whole).compareTo(duration) < 0 ? whole + 1 : whole;
  }

  private long wholeBids(Duration time) {
    return time.toSeconds() * spec.bidsPerSecond()
        + (long) time.getNano() * spec.bidsPerSecond() / NANOS_PER_SECOND;
  }

  /** When a bid is due, from the beginning on. */
  Duration due(long index) {
    return Duration.ofSeconds(index / spec.bidsPerSecond())
        .plusNanos(index % spec.bidsPerSecond() * NANOS_PER_SECOND / spec.bidsPerSecond());
  }

  /** When the turn of an auction begins. */
  Duration begins(Auction auction) {
    return auction.turn() == 0
        ? Duration.ZERO
        : offset(auction.lane()).plus(TURN.multipliedBy(auction.turn()));
  }

  /** When the clock closes it, from the beginning on. */
  Duration closes(Auction auction) {
    return offset(auction.lane()).plus(TURN.multipliedBy(auction.turn() + 1)).plus(GRACE);
  }

  /** The auction whose turn it is in a lane. */
  Auction running(int lane, Duration elapsed) {
    Duration sinceOffset = elapsed.minus(offset(lane));
    return new Auction(lane, sinceOffset.isNegative() ? 0 : sinceOffset.dividedBy(TURN));
  }

  /**
   * By how much the first turn of a lane is longer: contended lanes change at one moment, the
   * others one after the other.
   */
  private Duration offset(int lane) {
    return isContended(lane) ? Duration.ZERO : TURN.multipliedBy(lane).dividedBy(spec.slots());
  }

  private boolean isContended(int lane) {
    return lane < spec.contendedSlots();
  }

  PlannedSlot slot(Auction auction) {
    RandomGenerator random = random(1, auction.lane() * 1_000_003L + auction.turn());
    String label = "%d-%d".formatted(auction.lane() + 1, auction.turn() + 1);
    PlannedSlot.Terms terms =
        new PlannedSlot.Terms(
            money(FLOOR_UNITS),
            money(CENT),
            random.nextBoolean() ? PricingRule.SECOND_PRICE : PricingRule.FIRST_PRICE,
            RankingRule.PRICE);
    return new PlannedSlot(
        new SlotId(slotId(auction)),
        label,
        (isContended(auction.lane()) ? "Contended slot " : "Simulated slot ") + label,
        publisherId(auction.lane() % PUBLISHERS),
        terms,
        Closing.BY_TIMER);
  }

  /**
   * A bid. The first bids of a contended auction's turn come from the hot advertisers with the
   * highest amount, and later ones now and then, so one of them wins whichever bids are lost.
   */
  PlannedBid bid(long index) {
    RandomGenerator random = random(2, index);
    Duration due = due(index);
    Auction auction = running(lane(index, random), due);
    boolean hot = isContended(auction.lane()) && isHot(index, auction, random);
    int account =
        hot ? random.nextInt(HOT_ADVERTISERS) : random.nextInt(HOT_ADVERTISERS, ADVERTISERS);
    long drawn = random.nextLong(FLOOR_UNITS / CENT, MOST_UNITS / CENT) * CENT;
    String region = spec.profile().region(due.toSeconds(), random.nextInt(100));
    return new PlannedBid(
        uuid(random),
        slotId(auction),
        advertiserId(account),
        region,
        hot ? HOT_UNITS + random.nextInt(100) * CENT : drawn,
        CURRENCY,
        5 + 30 * TrafficProfile.REGIONS.indexOf(region) + random.nextInt(40),
        random.nextInt(5_000, 10_001),
        BidPurpose.VALID);
  }

  /** Which auction a bid is for. */
  Auction auctionOf(long index) {
    return running(lane(index, random(2, index)), due(index));
  }

  /**
   * Each lane gets bids in turn, one half of them; the other half makes some hotter than others.
   */
  private int lane(long index, RandomGenerator random) {
    int skewed = (int) (random.nextDouble() * random.nextDouble() * spec.slots());
    return index % 2 == 0 ? (int) (index / 2 % spec.slots()) : skewed;
  }

  /** The bids that come in turn are the ones that no lane lacks: the first of each is hot. */
  private boolean isHot(long index, Auction auction, RandomGenerator random) {
    long strideNanos = 2L * spec.slots() * NANOS_PER_SECOND / spec.bidsPerSecond();
    Duration sinceBegin = due(index).minus(begins(auction));
    boolean first = index % 2 == 0 && sinceBegin.toNanos() < strideNanos;
    return random.nextInt(4) == 0 || first;
  }

  private RandomGenerator random(long kind, long number) {
    return new SplittableRandom(
        (spec.identity().seed() * 0x9E3779B97F4A7C15L + kind) * 0xD1B54A32D192ED03L + number);
  }

  private static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private String slotId(Auction auction) {
    return "traffic-%s-%d-%d"
        .formatted(spec.identity().runId(), auction.lane() + 1, auction.turn() + 1);
  }

  private String advertiserId(int index) {
    return "traffic-%s-advertiser-%02d".formatted(spec.identity().runId(), index + 1);
  }

  private String publisherId(int index) {
    return "traffic-%s-publisher-%d".formatted(spec.identity().runId(), index + 1);
  }

  private static Money money(long units) {
    return Money.ofUnits(units, CURRENCY);
  }
}
