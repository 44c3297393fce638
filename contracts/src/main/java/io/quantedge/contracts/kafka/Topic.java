package io.quantedge.contracts.kafka;

import java.util.Arrays;
import java.util.Map;

/**
 * The topics between the parts. {@link #AUCTION_EVENTS} and {@link #SLOT_STATES} must have the same
 * number of partitions and the same key, so that a slot's log and its state have one owner.
 */
public enum Topic {
  /** The auction log; key = slot. Never compacted: an auction is the whole of its records. */
  AUCTION_EVENTS("auction-events", 12, Cleanup.DELETE),
  /** Bids from producers that speak Kafka instead of HTTP; key = whatever they like. */
  BID_SUBMISSIONS("bid-submissions", 6, Cleanup.DELETE),
  /** Submissions that were refused, with the cause; key as in {@link #BID_SUBMISSIONS}. */
  BID_REJECTIONS("bid-rejections", 3, Cleanup.DELETE),
  /** Decided slots, and how far those are that stay open for long; key begins with the slot. */
  SLOT_STATES("slot-states", 12, Cleanup.COMPACT),
  /** Outcomes on their way to settlement; key = winning account, or the slot if it is unsold. */
  AUCTION_OUTCOMES("auction-outcomes", 6, Cleanup.DELETE),
  /** Outcomes that cannot be settled, with their cause; key as in {@link #AUCTION_OUTCOMES}. */
  AUCTION_OUTCOMES_DLQ("auction-outcomes-dlq", 1, Cleanup.DELETE),
  /** Committed settlements; key = slot. */
  SETTLEMENTS("settlements", 6, Cleanup.DELETE),
  /** Failed attempts and how they ended; key = operation. */
  CONFLICT_EVENTS("conflict-events", 6, Cleanup.DELETE),
  /** Cumulative counts; key = slot. */
  TRAFFIC_STATS("traffic-stats", 6, Cleanup.COMPACT),
  /** What processes have used of the stores, cumulative; key = run of the process. */
  USAGE_STATS("usage-stats", 1, Cleanup.COMPACT);

  private final String topicName;
  private final int partitions;
  private final Cleanup cleanup;

  Topic(String topicName, int partitions, Cleanup cleanup) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.cleanup = cleanup;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  /** How many partitions a fresh deployment creates. */
  public int partitions() {
    return partitions;
  }

  /** Broker configuration of the topic, by Kafka's property names. */
  public Map<String, String> brokerConfig() {
    return cleanup.config;
  }

  /**
   * @throws IllegalArgumentException if there is no such topic
   */
  public static Topic named(String topicName) {
    return Arrays.stream(values())
        .filter(topic -> topic.topicName.equals(topicName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no topic is named " + topicName));
  }

  private enum Cleanup {
    DELETE(Map.of("cleanup.policy", "delete")),
    /**
     * Readers start at the beginning, so what is superseded must go soon; the segment that is being
     * written is never compacted, and by default it grows to a gigabyte.
     */
    COMPACT(
        Map.of(
            "cleanup.policy", "compact",
            "segment.bytes", "16777216",
            "segment.ms", "600000",
            "min.cleanable.dirty.ratio", "0.2"));

    private final Map<String, String> config;

    Cleanup(Map<String, String> config) {
      this.config = config;
    }
  }
}
