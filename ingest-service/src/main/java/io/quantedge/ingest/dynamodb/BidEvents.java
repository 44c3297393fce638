package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys and attributes of the table: the one place where their names and forms are written down.
 * Bids of a slot that is written faster than one partition of the store allows will be spread over
 * more keys; then only {@link #slotKey} changes.
 */
final class BidEvents {
  static final String PK = "PK";
  static final String SK = "SK";
  static final String META = "META";

  static final String SLOT_ID = "slotId";
  static final String CURRENCY = "currency";
  static final String PARTITION = "partition";
  static final String TTL = "ttl";

  static final String BID_ID = "bidId";
  static final String ACCOUNT_ID = "accountId";
  static final String REGION = "region";
  static final String AMOUNT = "amount";
  static final String LATENCY_MS = "latencyMs";
  static final String QUALITY_SCORE = "qualityScore";
  static final String ACCEPTED_AT = "acceptedAt";
  static final String OFFSET = "offset";
  static final String CONTENT_HASH = "contentHash";

  static final String PUBLISHER_ID = "publisherId";
  static final String NAME = "name";
  static final String FLOOR = "floor";
  static final String INCREMENT = "increment";
  static final String PRICING = "pricing";
  static final String RANKING = "ranking";
  static final String OPENS_AT = "opensAt";
  static final String CLOSES_AT = "closesAt";
  static final String STATE = "state";
  static final String OPEN_OFFSET = "openOffset";
  static final String CLOSE_OFFSET = "closeOffset";
  static final String SHARDS = "shards";

  private BidEvents() {}

  static Map<String, AttributeValue> bidKey(SlotId slotId, Region region, BidId bidId) {
    return Map.of(PK, slotKey(slotId), SK, text("REGION#" + region + "#BID#" + bidId));
  }

  static Map<String, AttributeValue> metaKey(SlotId slotId) {
    return Map.of(PK, slotKey(slotId), SK, text(META));
  }

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Exact: DynamoDB numbers are decimal, with up to 38 digits. */
  static AttributeValue number(BigDecimal value) {
    return AttributeValue.fromN(value.toPlainString());
  }

  static AttributeValue epochSeconds(Instant instant) {
    return number(instant.getEpochSecond());
  }

  private static AttributeValue slotKey(SlotId slotId) {
    return text("SLOT#" + slotId);
  }
}
