package io.quantedge.telemetry.kafka;

import io.quantedge.contracts.kafka.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Finds out which topics have lost their oldest records. Used by the consumer's own thread. */
final class TopicAges {
  private final KafkaConsumer<String, byte[]> consumer;
  private final Duration timeout;

  TopicAges(KafkaConsumer<String, byte[]> consumer, Duration timeout) {
    this.consumer = consumer;
    this.timeout = timeout;
  }

  /**
   * Since when each topic has all its records: the youngest of its partitions' oldest records.
   * Absent for a topic that begins at its first offset, and for one that is compacted, whose keys
   * are all there.
   */
  Map<Topic, Optional<Instant>> since(List<TopicPartition> partitions) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, timeout);
    Map<TopicPartition, Long> fromEver = new HashMap<>();
    Map<Topic, Optional<Instant>> since = new EnumMap<>(Topic.class);
    for (TopicPartition partition : partitions) {
      Topic topic = Topic.named(partition.topic());
      since.putIfAbsent(topic, Optional.empty());
      if (EventRouter.CUT_BY_RETENTION.contains(topic) && begins.getOrDefault(partition, 0L) > 0) {
        fromEver.put(partition, 0L);
      }
    }
    if (fromEver.isEmpty()) {
      return since;
    }
    Map<TopicPartition, @Nullable OffsetAndTimestamp> oldest =
        consumer.offsetsForTimes(fromEver, timeout);
    for (TopicPartition partition : fromEver.keySet()) {
      @Nullable OffsetAndTimestamp first = oldest.get(partition);
      // A partition without any record is whole from now on.
      Instant whole = first == null ? Instant.now() : Instant.ofEpochMilli(first.timestamp());
      since.merge(
          Topic.named(partition.topic()),
          Optional.of(whole),
          (a, b) -> a.filter(known -> known.isAfter(whole)).or(() -> b));
    }
    return since;
  }
}
