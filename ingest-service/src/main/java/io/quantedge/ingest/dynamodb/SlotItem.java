package io.quantedge.ingest.dynamodb;

import static io.quantedge.ingest.dynamodb.BidEvents.number;
import static io.quantedge.ingest.dynamodb.BidEvents.text;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.SlotPhase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a slot: its definition, where it was opened, and whether it is closed. */
final class SlotItem {
  private static final int FIRST_SHARD_ONLY = 1;

  private SlotItem() {}

  /**
   * @param retention how long the item is kept after the slot's closing time
   */
  static Map<String, AttributeValue> of(KnownSlot slot, Duration retention) {
    SlotDefinition definition = slot.definition();
    Map<String, AttributeValue> item = new HashMap<>(BidEvents.metaKey(slot.slotId()));
    item.put(BidEvents.SLOT_ID, text(slot.slotId().value()));
    item.put(BidEvents.PUBLISHER_ID, text(definition.publisherId().value()));
    item.put(BidEvents.NAME, text(definition.name()));
    item.put(BidEvents.FLOOR, number(definition.floor().toDecimal()));
    item.put(BidEvents.INCREMENT, number(definition.increment().toDecimal()));
    item.put(BidEvents.CURRENCY, text(definition.currency()));
    item.put(BidEvents.PRICING, text(definition.pricing().name()));
    item.put(BidEvents.RANKING, text(definition.ranking().name()));
    item.put(BidEvents.OPENS_AT, text(definition.opensAt().toString()));
    item.put(BidEvents.CLOSES_AT, text(definition.closesAt().toString()));
    item.put(BidEvents.STATE, text(slot.phase().name()));
    item.put(BidEvents.PARTITION, number(slot.opening().partition()));
    item.put(BidEvents.OPEN_OFFSET, number(slot.opening().offset()));
    item.put(BidEvents.SHARDS, number(FIRST_SHARD_ONLY));
    item.put(BidEvents.TTL, BidEvents.epochSeconds(definition.closesAt().plus(retention)));
    return item;
  }

  static KnownSlot read(Map<String, AttributeValue> item) {
    String currency = string(item, BidEvents.CURRENCY);
    SlotDefinition definition =
        new SlotDefinition(
            new SlotId(string(item, BidEvents.SLOT_ID)),
            new AccountId(string(item, BidEvents.PUBLISHER_ID)),
            string(item, BidEvents.NAME),
            Money.ofDecimal(decimal(item, BidEvents.FLOOR), currency),
            Money.ofDecimal(decimal(item, BidEvents.INCREMENT), currency),
            PricingRule.valueOf(string(item, BidEvents.PRICING)),
            RankingRule.valueOf(string(item, BidEvents.RANKING)),
            Instant.parse(string(item, BidEvents.OPENS_AT)),
            Instant.parse(string(item, BidEvents.CLOSES_AT)));
    LogPosition opening =
        new LogPosition(
            decimal(item, BidEvents.PARTITION).intValueExact(),
            decimal(item, BidEvents.OPEN_OFFSET).longValueExact());
    return new KnownSlot(definition, opening, SlotPhase.valueOf(string(item, BidEvents.STATE)));
  }

  private static String string(Map<String, AttributeValue> item, String attribute) {
    return value(item, attribute).s();
  }

  private static BigDecimal decimal(Map<String, AttributeValue> item, String attribute) {
    return new BigDecimal(value(item, attribute).n());
  }

  private static AttributeValue value(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    if (value == null) {
      throw new IllegalStateException(
          "slot item " + item.get(BidEvents.PK) + " has no attribute " + attribute);
    }
    return value;
  }
}
