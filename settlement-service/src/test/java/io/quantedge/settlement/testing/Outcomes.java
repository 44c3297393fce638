package io.quantedge.settlement.testing;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Makes outcomes as an evaluator would announce them. */
public final class Outcomes {
  public static final String USD = "USD";
  public static final AccountId PUBLISHER = new AccountId("publisher-1");
  private static final Instant OPENS_AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant CLOSES_AT = Instant.parse("2026-03-01T10:05:00Z");

  private Outcomes() {}

  /** What a candidate offered, and what it would pay. */
  public record Offer(String accountId, String bid, String clearingPrice) {}

  public static Offer offer(String accountId, String price) {
    return new Offer(accountId, price, price);
  }

  public static AuctionOutcome unsold(String slotId) {
    return awarded(slotId);
  }

  /** Candidates in order of rank. */
  public static AuctionOutcome awarded(String slotId, Offer... offers) {
    SlotId slot = new SlotId(slotId);
    List<Candidate> candidates = new ArrayList<>();
    for (Offer offer : offers) {
      candidates.add(
          new Candidate(
              candidates.size() + 1, bid(slot, offer), Money.of(offer.clearingPrice(), USD)));
    }
    return new AuctionOutcome(
        definition(slot),
        candidates,
        new Tally(offers.length, offers.length, 0, new TreeMap<>()),
        new TreeMap<>(),
        3,
        10,
        10 + offers.length,
        11 + offers.length,
        CloseCause.TIMER,
        CLOSES_AT.plusMillis(3),
        BidDigest.of(candidates.stream().map(Candidate::bid).toList()));
  }

  private static Bid bid(SlotId slot, Offer offer) {
    return new Bid(
        BidId.fresh(),
        slot,
        new AccountId(offer.accountId()),
        new Region("eu-west-1"),
        Money.of(offer.bid(), USD),
        12,
        QualityScore.FULL,
        OPENS_AT.plusSeconds(1));
  }

  private static SlotDefinition definition(SlotId slot) {
    return new SlotDefinition(
        slot,
        PUBLISHER,
        "top of page",
        Money.of("0.0001", USD),
        Money.of("0.01", USD),
        PricingRule.SECOND_PRICE,
        RankingRule.PRICE,
        OPENS_AT,
        CLOSES_AT);
  }
}
