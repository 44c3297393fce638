package io.quantedge.evaluator.kafka;

import io.opentelemetry.api.trace.Span;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.application.Outbound;
import io.quantedge.evaluator.config.OutcomeKey;
import io.quantedge.evaluator.tracing.SlotTraces;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Says it on Kafka's topics. Thread-safe, as the clients are. */
final class KafkaOutbound implements Outbound {
  private final Producer<String, byte[]> producer;
  private final Admin admin;
  private final OutcomeKey outcomeKey;
  private final SlotTraces traces;

  KafkaOutbound(
      Producer<String, byte[]> producer, Admin admin, OutcomeKey outcomeKey, SlotTraces traces) {
    this.producer = producer;
    this.admin = admin;
    this.outcomeKey = outcomeKey;
    this.traces = traces;
  }

  /**
   * Fetches the metadata of all topics, so that the first close does not wait for it.
   *
   * @throws IllegalStateException if log and states have different numbers of partitions
   * @throws KafkaException if a topic is missing or the broker does not answer
   */
  void warmUp() {
    int logPartitions = producer.partitionsFor(Topic.AUCTION_EVENTS.topicName()).size();
    int statePartitions = producer.partitionsFor(Topic.SLOT_STATES.topicName()).size();
    producer.partitionsFor(Topic.AUCTION_OUTCOMES.topicName());
    producer.partitionsFor(Topic.TRAFFIC_STATS.topicName());
    if (logPartitions != statePartitions) {
      throw new IllegalStateException(
          "topics auction-events and slot-states must have the same number of partitions; they"
              + " have "
              + logPartitions
              + " and "
              + statePartitions);
    }
  }

  @Override
  public CompletionStage<?> appendMarker(int partition, CloseMarked marker) {
    byte[] value = EventCodec.AUCTION_EVENT.encode(marker);
    return send(Topic.AUCTION_EVENTS, partition, marker.slotId().value(), value);
  }

  @Override
  public CompletionStage<Long> logEnd(int partition) {
    TopicPartition log = new TopicPartition(Topic.AUCTION_EVENTS.topicName(), partition);
    return admin
        .listOffsets(Map.of(log, OffsetSpec.latest()))
        .partitionResult(log)
        .toCompletionStage()
        .thenApply(ListOffsetsResultInfo::offset);
  }

  @Override
  public CompletionStage<?> announce(AuctionOutcome outcome) {
    String key = outcomeKey.of(outcome);
    ProducerRecord<String, byte[]> entry =
        new ProducerRecord<>(
            Topic.AUCTION_OUTCOMES.topicName(), key, EventCodec.OUTCOME.encode(outcome));
    if (!traces.isOn()) {
      return send(entry);
    }
    Span span = traces.decide(outcome, entry.headers());
    return send(entry)
        .whenComplete((done, failure) -> traces.told(outcome.slot().slotId(), span, failure));
  }

  @Override
  public CompletionStage<?> remember(int partition, SlotState state) {
    return send(Topic.SLOT_STATES, partition, state.key(), EventCodec.SLOT_STATE.encode(state));
  }

  @Override
  public CompletionStage<?> erase(int partition, String key) {
    return send(Topic.SLOT_STATES, partition, key, null);
  }

  @Override
  public CompletionStage<?> publish(TrafficStats stats) {
    byte[] value = EventCodec.TRAFFIC_STATS.encode(stats);
    return send(Topic.TRAFFIC_STATS, null, stats.slotId().value(), value);
  }

  private CompletionStage<?> send(
      Topic topic, @Nullable Integer partition, String key, byte @Nullable [] value) {
    return send(new ProducerRecord<>(topic.topicName(), partition, key, value));
  }

  private CompletionStage<?> send(ProducerRecord<String, byte[]> entry) {
    CompletableFuture<Long> acknowledged = new CompletableFuture<>();
    try {
      producer.send(
          entry,
          (metadata, failure) -> {
            if (failure == null) {
              acknowledged.complete(metadata.offset());
            } else {
              acknowledged.completeExceptionally(failure);
            }
          });
    } catch (KafkaException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }
}
