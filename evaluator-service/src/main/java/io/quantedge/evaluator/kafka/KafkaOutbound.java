package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.application.Outbound;
import io.quantedge.evaluator.config.OutcomeKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Says it on Kafka's topics. Thread-safe, as the producer is. */
final class KafkaOutbound implements Outbound {
  private final Producer<String, byte[]> producer;
  private final OutcomeKey outcomeKey;

  KafkaOutbound(Producer<String, byte[]> producer, OutcomeKey outcomeKey) {
    this.producer = producer;
    this.outcomeKey = outcomeKey;
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
  public CompletionStage<?> announce(AuctionOutcome outcome) {
    String key = outcomeKey.of(outcome);
    return send(Topic.AUCTION_OUTCOMES, null, key, EventCodec.OUTCOME.encode(outcome));
  }

  @Override
  public CompletionStage<?> remember(int partition, SlotState.Decided state) {
    byte[] value = EventCodec.SLOT_STATE.encode(state);
    return send(Topic.SLOT_STATES, partition, state.slotId().value(), value);
  }

  @Override
  public CompletionStage<?> publish(TrafficStats stats) {
    byte[] value = EventCodec.TRAFFIC_STATS.encode(stats);
    return send(Topic.TRAFFIC_STATS, null, stats.slotId().value(), value);
  }

  private CompletionStage<?> send(
      Topic topic, @Nullable Integer partition, String key, byte[] value) {
    CompletableFuture<Long> acknowledged = new CompletableFuture<>();
    try {
      producer.send(
          new ProducerRecord<>(topic.topicName(), partition, key, value),
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
