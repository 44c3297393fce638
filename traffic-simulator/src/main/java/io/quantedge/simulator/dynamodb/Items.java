package io.quantedge.simulator.dynamodb;

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
import io.quantedge.simulator.domain.audit.StoredSlot;
import io.quantedge.simulator.domain.evidence.StoredBid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table's items say, written apart from those who write them. */
final class Items {
  private static final String SOFT_CLOSE = "softClose";

  private Items() {}

  /**
   * @throws RuntimeException of java.lang, java.math or java.time if the item is no bid
   */
  static StoredBid bid(Map<String, AttributeValue> item) {
    Bid bid =
        new Bid(
            BidId.parse(text(item, "bidId")),
            new SlotId(text(item, "slotId")),
            new AccountId(text(item, "accountId")),
            new Region(text(item, "region")),
            Money.of(text(item, "amount"), text(item, "currency")),
            Integer.parseInt(text(item, "latencyMs")),
            QualityScore.of(new BigDecimal(text(item, "qualityScore"))),
            Instant.parse(text(item, "acceptedAt")));
    String key = "REGION#%s#BID#%s".formatted(bid.region(), bid.bidId());
    if (!key.equals(text(item, "SK"))) {
      throw new IllegalArgumentException(
          "its key is " + text(item, "SK") + " and its bid says " + key);
    }
    return new StoredBid(
        bid, Integer.parseInt(text(item, "partition")), Long.parseLong(text(item, "offset")));
  }

  /**
   * @throws RuntimeException of java.lang, java.math or java.time if the item is no slot
   */
  static StoredSlot slot(Map<String, AttributeValue> item) {
    String currency = text(item, "currency");
    return new StoredSlot(
        new SlotDefinition(
            new SlotId(text(item, "slotId")),
            new AccountId(text(item, "publisherId")),
            text(item, "name"),
            Money.of(text(item, "floor"), currency),
            Money.ofDecimal(new BigDecimal(text(item, "increment")), currency),
            PricingRule.valueOf(text(item, "pricing")),
            RankingRule.valueOf(text(item, "ranking")),
            Instant.parse(text(item, "opensAt")),
            Instant.parse(text(item, "closesAt")),
            softClose(item)),
        Integer.parseInt(text(item, "partition")),
        Long.parseLong(text(item, "openOffset")),
        Optional.ofNullable(item.get("closeOffset")).map(value -> Long.parseLong(value.n())),
        shards(item),
        expiry(item));
  }

  /** When the store may drop the item; never, if it does not say. */
  static Instant expiry(Map<String, AttributeValue> item) {
    return item.containsKey("ttl")
        ? Instant.ofEpochSecond(Long.parseLong(text(item, "ttl")))
        : Instant.MAX;
  }

  /** The most shards that the slot ever had: a number, or the largest one in its history. */
  static int shards(Map<String, AttributeValue> slotItem) {
    AttributeValue shards = slotItem.get("shards");
    return shards == null ? 1 : numbers(shards).max().orElse(1);
  }

  private static IntStream numbers(AttributeValue value) {
    if (value.n() != null) {
      return IntStream.of(Integer.parseInt(value.n()));
    }
    return value.l().stream().flatMapToInt(Items::numbers);
  }

  private static Optional<SoftClose> softClose(Map<String, AttributeValue> item) {
    if (!item.containsKey(SOFT_CLOSE)) {
      return Optional.empty();
    }
    Map<String, AttributeValue> soft = item.get(SOFT_CLOSE).m();
    return Optional.of(
        new SoftClose(
            Long.parseLong(text(soft, "windowMillis")),
            Long.parseLong(text(soft, "extensionMillis")),
            Long.parseLong(text(soft, "maximumMillis"))));
  }

  /** The attribute as text, whether it is kept as a string or as a number. */
  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalArgumentException("attribute " + name + " is missing");
    }
    return value.s() != null ? value.s() : String.valueOf(value.n());
  }
}
