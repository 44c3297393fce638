package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keys and attributes of the table: the one place where their names and forms are written down. The
 * items of a slot have its key; the bids of a hot slot are spread over that key and numbered ones.
 * Both indexes are sparse: only the items that carry their keys are in them.
 */
final class BidEvents {
  static final String PK = "PK";
  static final String SK = "SK";
  static final String META = "META";
  static final String TRAFFIC = "TRAFFIC";
  static final String OUTCOME = "OUTCOME";

  static final String SLOTS_BY_CLOSE = "slots_by_close";
  static final String CLOSE_HOUR = "closeHour";
  static final String CLOSE_KEY = "closeKey";
  static final String SLOTS_BY_TRAFFIC = "slots_by_traffic";
  static final String TRAFFIC_HOUR = "trafficHour";
  static final String TRAFFIC_KEY = "trafficKey";

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
  static final String SOFT_CLOSE = "softClose";
  static final String SHARDS = "shards";
  static final String SHARD_HISTORY = "shardHistory";
  static final String SHARD_SEED = "shardSeed";
  static final String FROM_OFFSET = "fromOffset";

  static final String BODY = "body";
  static final String BODY_OFFSET = "bodyOffset";

  private static final String REGION_PREFIX = "REGION#";
  private static final int MILLIS_DIGITS = 15;
  private static final int COUNT_DIGITS = 19;

  private BidEvents() {}

  static Map<String, AttributeValue> bidKey(SlotId slotId, int shard, Region region, BidId bidId) {
    return Map.of(PK, text(bidsKey(slotId, shard)), SK, text(bidSortKey(region, bidId)));
  }

  /**
   * The partition key of a shard; the first one is the slot's own key.
   *
   * @param shard 0 or more
   */
  static String bidsKey(SlotId slotId, int shard) {
    return "SLOT#" + slotId + (shard == 0 ? "" : "#" + shard);
  }

  static String bidSortKey(Region region, BidId bidId) {
    return bidsPrefix(region) + bidId;
  }

  /** How the sort keys of a region's bids begin. */
  static String bidsPrefix(Region region) {
    return REGION_PREFIX + region + "#BID#";
  }

  /** How the sort keys of all bids begin, and nothing else's. */
  static String bidsPrefix() {
    return REGION_PREFIX;
  }

  /**
   * @param sortKey {@link #META}, {@link #TRAFFIC} or {@link #OUTCOME}
   */
  static Map<String, AttributeValue> slotKey(SlotId slotId, String sortKey) {
    return Map.of(PK, text(bidsKey(slotId, 0)), SK, text(sortKey));
  }

  /** The hour in which an instant lies: the partition key of both indexes. */
  static String hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS).toString();
  }

  /** Instants as text in their order. */
  static String sortable(Instant instant) {
    return padded(instant.toEpochMilli(), MILLIS_DIGITS);
  }

  static String closeKey(Instant closesAt, SlotId slotId) {
    return sortable(closesAt) + "#" + slotId;
  }

  static String trafficKey(long received, SlotId slotId) {
    return padded(received, COUNT_DIGITS) + "#" + slotId;
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

  private static String padded(long value, int digits) {
    String text = Long.toString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
