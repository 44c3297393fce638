package io.quantedge.e2e;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads whole topics, as anybody could. */
final class Topics {
  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrap;

  Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** A record's place in a topic. */
  record Place(int partition, long offset) {}

  /** The auction log by place. */
  Map<Place, AuctionEvent> auctionEvents() {
    Map<Place, AuctionEvent> events = new HashMap<>();
    read(
        Topic.AUCTION_EVENTS,
        found ->
            events.put(
                new Place(found.partition(), found.offset()),
                decoded(EventCodec.AUCTION_EVENT, found)));
    return events;
  }

  /** The announced outcomes by slot; an outcome that was announced twice must be the same. */
  Map<String, AuctionOutcome> outcomes() {
    Map<String, AuctionOutcome> outcomes = new HashMap<>();
    read(
        Topic.AUCTION_OUTCOMES,
        found -> {
          AuctionOutcome outcome = decoded(EventCodec.OUTCOME, found);
          AuctionOutcome other = outcomes.put(outcome.slot().slotId().value(), outcome);
          if (other != null && !other.equals(outcome)) {
            throw new AssertionError("two outcomes: " + other + " and " + outcome);
          }
        });
    return outcomes;
  }

  private static <T> T decoded(EventCodec<T> codec, ConsumerRecord<String, byte[]> found) {
    try {
      return codec.decode(found.value());
    } catch (MalformedEventException e) {
      throw new AssertionError(found + " cannot be read", e);
    }
  }

  private void read(Topic topic, Consumer<ConsumerRecord<String, byte[]>> into) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(POLL).forEach(into);
      }
    }
  }
}
