package io.quantedge.ingest.dynamodb;

import static io.quantedge.ingest.dynamodb.BidEvents.number;
import static io.quantedge.ingest.dynamodb.BidEvents.text;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.ShardHistory;
import io.quantedge.ingest.domain.SlotPhase;
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.domain.StoredSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of a slot: its definition, where it was opened, whether it is closed, and over which
 * keys its bids are spread.
 */
final class SlotItem {
  private static final String WINDOW = "windowMillis";
  private static final String EXTENSION = "extensionMillis";
  private static final String MAXIMUM = "maximumMillis";

  private SlotItem() {}

  /**
   * @param retention how long the item is kept after the slot's latest deadline
   */
  static Map<String, AttributeValue> of(StoredSlot stored, Duration retention) {
    KnownSlot slot = stored.slot();
    SlotDefinition definition = slot.definition();
    Map<String, AttributeValue> item =
        new HashMap<>(BidEvents.slotKey(slot.slotId(), BidEvents.META));
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
    definition.softClose().ifPresent(soft -> item.put(BidEvents.SOFT_CLOSE, softClose(soft)));
    item.put(BidEvents.STATE, text(slot.phase().name()));
    item.put(BidEvents.PARTITION, number(slot.opening().partition()));
    item.put(BidEvents.OPEN_OFFSET, number(slot.opening().offset()));
    item.put(BidEvents.SHARDS, number(stored.shards().history().latest()));
    item.put(BidEvents.SHARD_HISTORY, history(stored.shards().history()));
    item.put(BidEvents.SHARD_SEED, number(stored.shards().seed()));
    item.put(BidEvents.CLOSE_HOUR, text(BidEvents.hour(definition.closesAt())));
    item.put(BidEvents.CLOSE_KEY, text(BidEvents.closeKey(definition.closesAt(), slot.slotId())));
    item.put(BidEvents.TTL, BidEvents.epochSeconds(definition.latestDeadline().plus(retention)));
    return item;
  }

  static StoredSlot read(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    KnownSlot slot =
        new KnownSlot(
            definition(item),
            new LogPosition(
                Math.toIntExact(item.wholeNumber(BidEvents.PARTITION)),
                item.wholeNumber(BidEvents.OPEN_OFFSET)),
            SlotPhase.valueOf(item.string(BidEvents.STATE)));
    SlotShards shards =
        new SlotShards(
            new ShardHistory(
                item.list(BidEvents.SHARD_HISTORY).stream().map(SlotItem::step).toList()),
            item.wholeNumber(BidEvents.SHARD_SEED));
    OptionalLong closeOffset =
        item.has(BidEvents.CLOSE_OFFSET)
            ? OptionalLong.of(item.wholeNumber(BidEvents.CLOSE_OFFSET))
            : OptionalLong.empty();
    return new StoredSlot(slot, shards, closeOffset);
  }

  /** The steps as a list of maps. */
  static AttributeValue history(ShardHistory history) {
    return AttributeValue.fromL(
        history.steps().stream()
            .map(step ->
                AttributeValue.fromM(
                    Map.of(
                        BidEvents.FROM_OFFSET, number(step.fromOffset()),
                        BidEvents.SHARDS, number(step.shards()))))
            .toList());
  }

  private static ShardHistory.Step step(AttributeValue value) {
    ItemReader step = new ItemReader(value.m());
    return new ShardHistory.Step(
        step.wholeNumber(BidEvents.FROM_OFFSET),
        Math.toIntExact(step.wholeNumber(BidEvents.SHARDS)));
  }

  private static SlotDefinition definition(ItemReader item) {
    String currency = item.string(BidEvents.CURRENCY);
    return new SlotDefinition(
        new SlotId(item.string(BidEvents.SLOT_ID)),
        new AccountId(item.string(BidEvents.PUBLISHER_ID)),
        item.string(BidEvents.NAME),
        Money.ofDecimal(item.decimal(BidEvents.FLOOR), currency),
        Money.ofDecimal(item.decimal(BidEvents.INCREMENT), currency),
        PricingRule.valueOf(item.string(BidEvents.PRICING)),
        RankingRule.valueOf(item.string(BidEvents.RANKING)),
        Instant.parse(item.string(BidEvents.OPENS_AT)),
        Instant.parse(item.string(BidEvents.CLOSES_AT)),
        item.has(BidEvents.SOFT_CLOSE)
            ? Optional.of(softClose(item.map(BidEvents.SOFT_CLOSE)))
            : Optional.empty());
  }

  private static AttributeValue softClose(SoftClose soft) {
    return AttributeValue.fromM(
        Map.of(
            WINDOW, number(soft.windowMillis()),
            EXTENSION, number(soft.extensionMillis()),
            MAXIMUM, number(soft.maximumMillis())));
  }

  private static SoftClose softClose(ItemReader item) {
    return new SoftClose(
        item.wholeNumber(WINDOW), item.wholeNumber(EXTENSION), item.wholeNumber(MAXIMUM));
  }
}
