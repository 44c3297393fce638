package io.quantedge.telemetry.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.telemetry.application.TelemetryState;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decodes each record by its topic and hands it to the state. What cannot be read is counted,
 * logged and skipped, because one bad record must not blind the rest. Used by one thread.
 */
@Singleton
class EventRouter {
  private static final Logger log = Logger.getLogger(EventRouter.class);

  /** The topics of which the state is made. Never the bid log: its counts come by traffic-stats. */
  static final List<Topic> TOPICS =
      List.of(
          Topic.TRAFFIC_STATS,
          Topic.AUCTION_OUTCOMES,
          Topic.SETTLEMENTS,
          Topic.CONFLICT_EVENTS,
          Topic.USAGE_STATS);

  /** Those of them that lose their oldest records; the others keep the newest of each key. */
  static final List<Topic> CUT_BY_RETENTION =
      List.of(Topic.AUCTION_OUTCOMES, Topic.SETTLEMENTS, Topic.CONFLICT_EVENTS);

  private final TelemetryState state;
  private final Map<Topic, Long> skipped = new EnumMap<>(Topic.class);

  EventRouter(TelemetryState state) {
    this.state = state;
  }

  void route(ConsumerRecord<String, byte @Nullable []> record) {
    Topic topic = Topic.named(record.topic());
    byte[] value = record.value();
    if (value == null) {
      // A tombstone: the topic forgets the key, and what was counted stays counted.
      return;
    }
    try {
      apply(topic, value, Instant.ofEpochMilli(record.timestamp()));
    } catch (MalformedEventException | RuntimeException e) {
      skip(topic, record, e);
    }
  }

  private void apply(Topic topic, byte[] value, Instant recordedAt) throws MalformedEventException {
    switch (topic) {
      case TRAFFIC_STATS -> state.apply(EventCodec.TRAFFIC_STATS.decode(value));
      case AUCTION_OUTCOMES -> state.apply(EventCodec.OUTCOME.decode(value), recordedAt);
      case SETTLEMENTS -> state.apply(EventCodec.SETTLEMENT.decode(value));
      case CONFLICT_EVENTS -> state.apply(EventCodec.CONFLICT.decode(value));
      case USAGE_STATS -> state.apply(EventCodec.USAGE.decode(value));
      case AUCTION_EVENTS, SLOT_STATES, AUCTION_OUTCOMES_DLQ, BID_SUBMISSIONS, BID_REJECTIONS ->
          throw new IllegalArgumentException("telemetry does not read " + topic.topicName());
    }
  }

  private void skip(Topic topic, ConsumerRecord<String, byte @Nullable []> record, Exception why) {
    state.skipped(topic);
    long count = skipped.merge(topic, 1L, Long::sum);
    // The 1st, 2nd, 4th, 8th, …: a flood of bad records must not become a flood of lines.
    if (Long.bitCount(count) == 1) {
      log.warnf(
          "record skipped topic=%s partition=%d offset=%d skippedSoFar=%d reason=%s",
          record.topic(), record.partition(), record.offset(), count, why.getMessage());
    }
  }
}
