package io.quantedge.simulator.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import io.quantedge.simulator.testing.ReferenceAuction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The oracle against an auction that is written in another way, on many small, tied auctions. */
class OracleProperties {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SlotId SLOT = new SlotId("slot");

  @Test
  void agreesWithAnotherWayOfDeciding() {
    for (long seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = slot(random);
      List<Bid> bids = bids(slot, random);

      assertThat(byOracle(slot, bids))
          .as("seed %d", seed)
          .isEqualTo(
              ReferenceAuction.candidates(slot, bids).stream()
                  .map(c -> c.bid().bidId() + " pays " + c.clearingPrice().units())
                  .toList());
    }
  }

  @Test
  void dependsOnTheSetOfBidsAndNotOnTheirOrder() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = slot(random);
      List<Bid> bids = bids(slot, random);
      List<String> decided = byOracle(slot, bids);

      Collections.shuffle(bids, random);

      assertThat(byOracle(slot, bids)).as("seed %d", seed).isEqualTo(decided);
    }
  }

  @Test
  void aPriceIsNeverAboveTheBidNorBelowTheFloor() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = slot(random);
      for (Oracle.Expected candidate : decide(slot, bids(slot, random))) {
        assertThat(candidate.priceUnits())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(candidate.offer().units())
            .isGreaterThanOrEqualTo(BigInteger.valueOf(slot.floor().units()));
      }
    }
  }

  private static List<String> byOracle(SlotDefinition slot, List<Bid> bids) {
    return decide(slot, bids).stream()
        .map(c -> c.offer().bidId() + " pays " + c.priceUnits())
        .toList();
  }

  private static List<Oracle.Expected> decide(SlotDefinition slot, List<Bid> bids) {
    boolean byQuality = slot.ranking() == RankingRule.QUALITY;
    List<Offer> offers =
        bids.stream()
            .map(bid ->
                new Offer(
                    bid.bidId().toString(),
                    bid.accountId().value(),
                    BigInteger.valueOf(bid.price().units()),
                    BigInteger.valueOf(byQuality ? bid.qualityScore().tenThousandths() : 1),
                    bid.acceptedAt()))
            .toList();
    return Oracle.decide(
        new Terms(slot.floor(), slot.increment(), slot.pricing(), slot.ranking()), offers);
  }

  private static SlotDefinition slot(Random random) {
    return new SlotDefinition(
        SLOT,
        new AccountId("publisher"),
        "Slot",
        Money.ofUnits(1 + random.nextInt(5), "USD"),
        Money.ofUnits(random.nextInt(3), "USD"),
        random.nextBoolean() ? PricingRule.SECOND_PRICE : PricingRule.FIRST_PRICE,
        random.nextBoolean() ? RankingRule.QUALITY : RankingRule.PRICE,
        NOON,
        NOON.plusSeconds(60));
  }

  /** Few amounts, times and accounts, so that ties of every kind are common; some are huge. */
  private static List<Bid> bids(SlotDefinition slot, Random random) {
    long scale = random.nextInt(10) == 0 ? 50_000_000_000_000_000L : 1;
    List<Bid> bids = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      bids.add(
          new Bid(
              new BidId(new UUID(random.nextLong(), random.nextLong())),
              SLOT,
              new AccountId("a" + random.nextInt(5)),
              new Region("us-east-1"),
              Money.ofUnits((slot.floor().units() + random.nextInt(8)) * scale, "USD"),
              0,
              new QualityScore(1 + random.nextInt(4) * 3_333),
              NOON.plusMillis(random.nextInt(3))));
    }
    return bids;
  }
}
