package io.quantedge.ingest.dynamodb;

import static io.quantedge.ingest.dynamodb.BidEvents.number;
import static io.quantedge.ingest.dynamodb.BidEvents.text;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.ingest.domain.BidRow;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.StoredBid;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a bid. */
final class BidItem {
  private BidItem() {}

  /**
   * The same row always gives the same item, so that writing it again changes nothing.
   *
   * @param retention how long the item is kept after its slot's latest deadline
   */
  static Map<String, AttributeValue> of(BidRow row, Duration retention) {
    Bid bid = row.bid();
    Map<String, AttributeValue> item =
        new HashMap<>(BidEvents.bidKey(bid.slotId(), row.shard(), bid.region(), bid.bidId()));
    item.put(BidEvents.SLOT_ID, text(bid.slotId().value()));
    item.put(BidEvents.BID_ID, text(bid.bidId().toString()));
    item.put(BidEvents.ACCOUNT_ID, text(bid.accountId().value()));
    item.put(BidEvents.REGION, text(bid.region().name()));
    item.put(BidEvents.AMOUNT, number(bid.price().toDecimal()));
    item.put(BidEvents.CURRENCY, text(bid.price().currency()));
    item.put(BidEvents.LATENCY_MS, number(bid.latencyMs()));
    item.put(BidEvents.QUALITY_SCORE, number(bid.qualityScore().toDecimal()));
    item.put(BidEvents.ACCEPTED_AT, text(bid.acceptedAt().toString()));
    item.put(BidEvents.PARTITION, number(row.position().partition()));
    item.put(BidEvents.OFFSET, number(row.position().offset()));
    item.put(BidEvents.CONTENT_HASH, text(HexFormat.of().formatHex(BidHash.ofContent(bid))));
    item.put(BidEvents.TTL, BidEvents.epochSeconds(row.slotEndsAt().plus(retention)));
    return item;
  }

  static StoredBid read(Map<String, AttributeValue> attributes) {
    ItemReader item = new ItemReader(attributes);
    Bid bid =
        new Bid(
            BidId.parse(item.string(BidEvents.BID_ID)),
            new SlotId(item.string(BidEvents.SLOT_ID)),
            new AccountId(item.string(BidEvents.ACCOUNT_ID)),
            new Region(item.string(BidEvents.REGION)),
            Money.ofDecimal(item.decimal(BidEvents.AMOUNT), item.string(BidEvents.CURRENCY)),
            Math.toIntExact(item.wholeNumber(BidEvents.LATENCY_MS)),
            QualityScore.of(item.decimal(BidEvents.QUALITY_SCORE)),
            Instant.parse(item.string(BidEvents.ACCEPTED_AT)));
    LogPosition position =
        new LogPosition(
            Math.toIntExact(item.wholeNumber(BidEvents.PARTITION)),
            item.wholeNumber(BidEvents.OFFSET));
    return new StoredBid(bid, position);
  }
}
