package io.quantedge.ingest.testing;

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
import io.quantedge.contracts.slot.SoftClose;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A slot and bids for it, to be varied by each test. */
public final class Samples {
  /** When the sample slot opens. */
  public static final Instant OPENS_AT = Instant.parse("2026-01-31T12:00:00Z");

  /** When the sample slot closes. */
  public static final Instant CLOSES_AT = OPENS_AT.plusSeconds(3_600);

  private Samples() {}

  /** A slot with a floor of 1 USD, published by {@code pub-1}. */
  public static SlotDefinition slot(String slotId) {
    return slot(slotId, "sample slot");
  }

  /** The same with another name, and so another definition. */
  public static SlotDefinition slot(String slotId, String name) {
    return new SlotDefinition(
        new SlotId(slotId),
        new AccountId("pub-1"),
        name,
        Money.of("1", "USD"),
        Money.of("0.01", "USD"),
        PricingRule.SECOND_PRICE,
        RankingRule.PRICE,
        OPENS_AT,
        CLOSES_AT);
  }

  /** The sample slot, extended by late bids. */
  public static SlotDefinition softClosing(String slotId, SoftClose softClose) {
    SlotDefinition hard = slot(slotId);
    return new SlotDefinition(
        hard.slotId(),
        hard.publisherId(),
        hard.name(),
        hard.floor(),
        hard.increment(),
        hard.pricing(),
        hard.ranking(),
        hard.opensAt(),
        hard.closesAt(),
        Optional.of(softClose));
  }

  /** A bid by {@code adv-1} from eu-west-1, a second after the opening. */
  public static Bid bid(String slotId, UUID bidId, String amount) {
    return bid(slotId, bidId, amount, "eu-west-1");
  }

  /** The same from another region. */
  public static Bid bid(String slotId, UUID bidId, String amount, String region) {
    return new Bid(
        new BidId(bidId),
        new SlotId(slotId),
        new AccountId("adv-1"),
        new Region(region),
        Money.of(amount, "USD"),
        0,
        QualityScore.FULL,
        OPENS_AT.plusSeconds(1));
  }
}
