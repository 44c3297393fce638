package io.quantedge.settlement.testing;

import static org.assertj.core.api.Assertions.fail;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and reads the real topics past the service. */
@Singleton
public class Topics {
  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;

  Topics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @PreDestroy
  void close() {
    producer.close();
  }

  /** Sends an outcome as the evaluator would: by its winner, or by its slot. */
  public RecordMetadata send(AuctionOutcome outcome) {
    return send(keyOf(outcome), EventCodec.OUTCOME.encode(outcome));
  }

  /** The same in the trace in which it was decided. */
  public RecordMetadata send(AuctionOutcome outcome, String traceparent) {
    ProducerRecord<String, byte[]> entry =
        new ProducerRecord<>(
            Topic.AUCTION_OUTCOMES.topicName(), keyOf(outcome), EventCodec.OUTCOME.encode(outcome));
    entry.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    return send(entry);
  }

  public RecordMetadata send(String key, byte[] value) {
    return send(new ProducerRecord<>(Topic.AUCTION_OUTCOMES.topicName(), key, value));
  }

  private static String keyOf(AuctionOutcome outcome) {
    return outcome
        .winner()
        .map(winner -> winner.bid().accountId().value())
        .orElse(outcome.slot().slotId().value());
  }

  private RecordMetadata send(ProducerRecord<String, byte[]> entry) {
    try {
      return producer.send(entry).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The offset from which the service would begin again; 0 if it has committed none. */
  public long committedOffset(RecordMetadata sent) {
    TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      OffsetAndMetadata committed =
          admin
              .listConsumerGroupOffsets("settlement")
              .partitionsToOffsetAndMetadata()
              .get(10, TimeUnit.SECONDS)
              .get(partition);
      return committed == null ? 0 : committed.offset();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a topic from its beginning until enough records match, or fails. */
  public List<ConsumerRecord<String, byte[]>> await(
      Topic topic, int atLeast, Predicate<ConsumerRecord<String, byte[]>> matching) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (found.size() < atLeast) {
        if (System.nanoTime() > deadline) {
          fail("only %d of %d records came on %s", found.size(), atLeast, topic.topicName());
        }
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> {
              if (matching.test(record)) {
                found.add(record);
              }
            });
      }
    }
    return found;
  }

  /** Everything that stands on a topic by now. */
  public List<ConsumerRecord<String, byte[]>> all(Topic topic) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(found::add);
      }
    }
    return found;
  }

  public List<SettlementEvent> settlements(String slotId, int atLeast) {
    return await(Topic.SETTLEMENTS, atLeast, record -> slotId.equals(record.key())).stream()
        .map(record -> decode(EventCodec.SETTLEMENT, record))
        .toList();
  }

  /** Conflict events about a slot. */
  public List<ConflictEvent> conflicts(String slotId, int atLeast) {
    return await(
            Topic.CONFLICT_EVENTS,
            atLeast,
            record ->
                decode(EventCodec.CONFLICT, record).slotIds().stream()
                    .anyMatch(slot -> slot.value().equals(slotId)))
        .stream()
        .map(record -> decode(EventCodec.CONFLICT, record))
        .toList();
  }

  private static <T> T decode(EventCodec<T> codec, ConsumerRecord<String, byte[]> record) {
    try {
      return codec.decode(record.value());
    } catch (MalformedEventException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaConsumer<String, byte[]> consumer(Topic topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
