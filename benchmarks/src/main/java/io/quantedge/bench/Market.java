package io.quantedge.bench;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A market with accounts of its own, so that each variant works on rows that no other one touches,
 * and an endless row of outcomes of its auctions. The same seed gives the same auctions; only the
 * ids of the bids differ. Not thread-safe.
 */
public final class Market {
  private static final String CURRENCY = "USD";
  private static final int MOST_CANDIDATES = 3;
  private static final long LEAST_BID = 10_000;
  private static final long MOST_BID = 200_000;
  private static final Money CREDIT = Money.of("10000000000", CURRENCY);
  private static final Money INCREMENT = Money.of("0.01", CURRENCY);
  private static final Instant OPENS_AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant CLOSES_AT = Instant.parse("2026-03-01T10:05:00Z");
  private static final List<Region> REGIONS =
      List.of(new Region("us-east-1"), new Region("eu-west-1"), new Region("ap-southeast-1"));

  private final String name;
  private final int advertisers;
  private final int candidates;
  private final RandomGenerator random;
  private int made;

  /**
   * @param name what the ids of its slots and accounts begin with
   * @param advertisers how many there are, 1 or more
   */
  public Market(String name, int advertisers, RandomGenerator random) {
    this.name = name;
    this.advertisers = advertisers;
    this.candidates = Math.min(MOST_CANDIDATES, advertisers);
    this.random = random;
  }

  /** What the ids of its slots and accounts begin with. */
  public String name() {
    return name;
  }

  /** Everybody who trades here; the advertisers may owe more than they can ever spend. */
  public List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    accounts.add(
        new Account(publisher(), AccountType.PUBLISHER, "A publisher", Money.ofUnits(0, CURRENCY)));
    IntStream.range(0, advertisers)
        .mapToObj(this::advertiser)
        .map(id -> new Account(id, AccountType.ADVERTISER, "An advertiser", CREDIT))
        .forEach(accounts::add);
    return accounts;
  }

  /** The next outcomes, each of a slot of its own. */
  public List<AuctionOutcome> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  /** How many outcomes there were so far. */
  public int made() {
    return made;
  }

  private AuctionOutcome next() {
    SlotId slotId = new SlotId("%s-%07d".formatted(name, made++));
    List<Candidate> best = candidates(slotId);
    return new AuctionOutcome(
        new SlotDefinition(
            slotId,
            publisher(),
            "top of page",
            Money.of("0.5", CURRENCY),
            INCREMENT,
            PricingRule.SECOND_PRICE,
            RankingRule.PRICE,
            OPENS_AT,
            CLOSES_AT),
        best,
        new Tally(candidates, candidates, 0, new TreeMap<>()),
        new TreeMap<>(),
        made % 12,
        4L * made,
        4L * made + candidates,
        4L * made + candidates + 1,
        CloseCause.TIMER,
        CLOSES_AT.plusMillis(3),
        BidDigest.of(best.stream().map(Candidate::bid).toList()));
  }

  /**
   * Different accounts, the prices falling; each would pay a little more than the next one bids.
   */
  private List<Candidate> candidates(SlotId slotId) {
    List<Integer> who = random.ints(0, advertisers).distinct().limit(candidates).boxed().toList();
    List<Money> prices =
        random
            .longs(LEAST_BID, MOST_BID)
            .distinct()
            .limit(candidates + 1)
            .sorted()
            .mapToObj(units -> Money.ofUnits(units, CURRENCY))
            .toList()
            .reversed();
    List<Candidate> best = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      Money own = prices.get(i);
      Money next = prices.get(i + 1).plus(INCREMENT);
      best.add(
          new Candidate(
              i + 1,
              bid(slotId, advertiser(who.get(i)), own),
              next.compareTo(own) < 0 ? next : own));
    }
    return best;
  }

  private Bid bid(SlotId slotId, AccountId accountId, Money price) {
    return new Bid(
        BidId.fresh(),
        slotId,
        accountId,
        REGIONS.get(random.nextInt(REGIONS.size())),
        price,
        random.nextInt(250),
        QualityScore.FULL,
        OPENS_AT.plusSeconds(1));
  }

  private AccountId publisher() {
    return new AccountId(name + "-publisher");
  }

  /**
   * @param number from 0
   */
  public AccountId advertiser(int number) {
    return new AccountId("%s-advertiser-%02d".formatted(name, number));
  }
}
