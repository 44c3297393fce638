package io.quantedge.e2e.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A broker's topics, read whole and written beside everybody else. Not thread-safe. */
final class AuctionLogs implements AutoCloseable {
  private static final String GROUP = "evaluator";

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Admin admin;

  AuctionLogs(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "none"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Appends durably to the partition to which every producer sends this slot. */
  void append(AuctionEvent event) {
    RecordMetadata unused =
        got(send(null, event.slotId().value(), EventCodec.AUCTION_EVENT.encode(event)));
  }

  /** Appends records to the auction log as they are, in order and each to its own partition. */
  void copy(List<ConsumerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(entry -> sent.add(send(entry.partition(), entry.key(), entry.value())));
    for (int i = 0; i < records.size(); i++) {
      assertThat(got(sent.get(i)).offset())
          .as("offset of a copy")
          .isEqualTo(records.get(i).offset());
    }
  }

  /** All records of a topic up to its present end, partition by partition in order. */
  List<ConsumerRecord<String, byte[]>> all(Topic topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<Integer, List<ConsumerRecord<String, byte[]>>> found = new TreeMap<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer
          .poll(Duration.ofMillis(200))
          .forEach(entry ->
              found.computeIfAbsent(entry.partition(), id -> new ArrayList<>()).add(entry));
    }
    return found.values().stream().flatMap(List::stream).toList();
  }

  /** The auction log as events; the tests write nothing that cannot be read. */
  List<Logged> events() {
    return all(Topic.AUCTION_EVENTS).stream().map(AuctionLogs::decode).toList();
  }

  /** One record of the auction log. */
  record Logged(int partition, long offset, AuctionEvent event) {}

  /** The different outcomes of each slot, as text. */
  Map<SlotId, Set<String>> outcomes() {
    Map<SlotId, Set<String>> outcomes = new HashMap<>();
    for (ConsumerRecord<String, byte[]> entry : all(Topic.AUCTION_OUTCOMES)) {
      try {
        AuctionOutcome outcome = EventCodec.OUTCOME.decode(entry.value());
        outcomes
            .computeIfAbsent(outcome.slot().slotId(), slot -> new HashSet<>())
            .add(new String(entry.value(), StandardCharsets.UTF_8));
      } catch (MalformedEventException e) {
        throw new AssertionError(e);
      }
    }
    return outcomes;
  }

  /**
   * The partitions of the auction log that each member of the evaluators' group owns, by client.
   */
  Map<String, Set<Integer>> owners() {
    Map<String, Set<Integer>> owners = new HashMap<>();
    for (ConsumerGroupDescription group :
        got(admin.describeConsumerGroups(List.of(GROUP)).all()).values()) {
      for (MemberDescription member : group.members()) {
        Set<Integer> owned = owners.computeIfAbsent(member.clientId(), id -> new HashSet<>());
        member.assignment().topicPartitions().forEach(source -> owned.add(source.partition()));
      }
    }
    return owners;
  }

  /** Whether the evaluators' group has committed the whole partition of this slot. */
  boolean isCommitted(SlotId slotId) {
    String topic = Topic.AUCTION_EVENTS.topicName();
    TopicPartition source = new TopicPartition(topic, partitionOf(slotId));
    OffsetAndMetadata committed =
        got(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata()).get(source);
    return committed != null
        && committed.offset()
            >= got(admin.listOffsets(Map.of(source, OffsetSpec.latest())).partitionResult(source))
                .offset();
  }

  /** Where every producer sends this slot. */
  int partitionOf(SlotId slotId) {
    int partitions = consumer.partitionsFor(Topic.AUCTION_EVENTS.topicName()).size();
    byte[] key = slotId.value().getBytes(StandardCharsets.UTF_8);
    return BuiltInPartitioner.partitionForKey(key, partitions);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
    consumer.close();
    admin.close(Duration.ofSeconds(2));
  }

  private Future<RecordMetadata> send(@Nullable Integer partition, String key, byte[] value) {
    return producer.send(
        new ProducerRecord<>(Topic.AUCTION_EVENTS.topicName(), partition, key, value));
  }

  private static <T> T got(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Logged decode(ConsumerRecord<String, byte[]> entry) {
    try {
      return new Logged(
          entry.partition(), entry.offset(), EventCodec.AUCTION_EVENT.decode(entry.value()));
    } catch (MalformedEventException e) {
      throw new AssertionError(e);
    }
  }
}
