package io.quantedge.settlement.application.proof;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Who takes part in one proof, and the auctions that it settles, all under a name that no other
 * proof has. Immutable.
 *
 * @param prefix what all of its ids begin with
 */
record Cast(String prefix, String region, Instant now) {
  static final String CURRENCY = "USD";

  private static final Duration AUCTION = Duration.ofSeconds(1);
  private static final Money FLOOR = Money.of("0.0001", CURRENCY);
  private static final Money INCREMENT = Money.of("0.0100", CURRENCY);
  private static final int LATENCY_MILLIS = 1;

  static Cast fresh(ProofKind kind, String region, Instant now, RandomGenerator random) {
    String name = "%016x".formatted(random.nextLong());
    String shortKind = kind.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
    return new Cast(
        "proof-" + shortKind + "-" + name + "-", region, now.truncatedTo(ChronoUnit.MILLIS));
  }

  AccountId buyer(int number) {
    return new AccountId(prefix + "buyer-" + number);
  }

  /**
   * @param creditLimit how far it may go into debt; it owns nothing
   */
  Account account(int number, Money creditLimit) {
    return new Account(buyer(number), AccountType.ADVERTISER, "Proof buyer " + number, creditLimit);
  }

  SlotId slot(String name) {
    return new SlotId(prefix + "slot-" + name);
  }

  /** The one bid on a slot, the same whenever it is asked for. */
  static UUID bidId(SlotId slotId) {
    return UUID.nameUUIDFromBytes(slotId.value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  AuctionOutcome sold(SlotId slotId, AccountId buyer, Money price) {
    return sold(slotId, bidId(slotId), buyer, price);
  }

  /** An auction with one bid, which has won. */
  AuctionOutcome sold(SlotId slotId, UUID bidId, AccountId buyer, Money price) {
    Instant opensAt = now.minus(AUCTION);
    Bid bid =
        new Bid(
            new BidId(bidId),
            slotId,
            buyer,
            new Region(region),
            price,
            LATENCY_MILLIS,
            QualityScore.FULL,
            opensAt);
    SlotDefinition slot =
        new SlotDefinition(
            slotId,
            new AccountId(prefix + "publisher"),
            "Proof slot",
            FLOOR,
            INCREMENT,
            PricingRule.SECOND_PRICE,
            RankingRule.PRICE,
            opensAt,
            now);
    return new AuctionOutcome(
        slot,
        List.of(new Candidate(1, bid, price)),
        new Tally(1, 1, 0, new TreeMap<>()),
        new TreeMap<>(),
        0,
        0,
        1,
        2,
        CloseCause.TIMER,
        now,
        BidDigest.of(List.of(bid)));
  }
}
