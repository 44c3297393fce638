package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.evaluator.domain.Auctions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The broker as the parts around the evaluator see it: writes the log, reads what comes out. */
public final class TestLog implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final Admin admin;
  private final String bootstrapServers;
  private final Map<Topic, KafkaConsumer<String, byte[]>> consumers = new EnumMap<>(Topic.class);
  private final Map<Topic, List<ConsumerRecord<String, byte[]>>> read = new EnumMap<>(Topic.class);

  public TestLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** A first-price slot that is open now. */
  public static SlotDefinition slot(String id, Duration open) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    SlotDefinition template = Auctions.slot(id, PricingRule.FIRST_PRICE, RankingRule.PRICE);
    return new SlotDefinition(
        template.slotId(),
        template.publisherId(),
        template.name(),
        template.floor(),
        template.increment(),
        template.pricing(),
        template.ranking(),
        now,
        now.plus(open));
  }

  public static Bid bid(SlotDefinition slot, long number, String account, long units) {
    return bidAt(slot, number, account, units, slot.opensAt());
  }

  static Bid bidAt(
      SlotDefinition slot, long number, String account, long units, Instant acceptedAt) {
    return Auctions.bid(slot, number, account, units, 10_000, acceptedAt);
  }

  public static AuctionEvent marker(SlotDefinition slot) {
    return new AuctionEvent.CloseMarked(
        slot.slotId(), CloseCause.REQUEST, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** Appends durably and returns the offset. */
  public long append(int partition, AuctionEvent event) {
    return appendRaw(partition, event.slotId().value(), EventCodec.AUCTION_EVENT.encode(event));
  }

  /** Appends without waiting for the broker. */
  void appendLater(int partition, AuctionEvent event) {
    producer.send(
        new ProducerRecord<>(
            Topic.AUCTION_EVENTS.topicName(),
            partition,
            event.slotId().value(),
            EventCodec.AUCTION_EVENT.encode(event)));
  }

  /** Appends durably, in somebody's trace. */
  void appendIn(String traceparent, int partition, AuctionEvent event) {
    ProducerRecord<String, byte[]> entry =
        new ProducerRecord<>(
            Topic.AUCTION_EVENTS.topicName(),
            partition,
            event.slotId().value(),
            EventCodec.AUCTION_EVENT.encode(event));
    entry.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
    try {
      producer.send(entry).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  long appendRaw(int partition, String key, byte @Nullable [] value) {
    try {
      return producer
          .send(new ProducerRecord<>(Topic.AUCTION_EVENTS.topicName(), partition, key, value))
          .get()
          .offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All records of a slot's outcomes so far, as text. */
  List<ConsumerRecord<String, byte[]>> outcomes(SlotId slotId) {
    return about(Topic.AUCTION_OUTCOMES, "\"slotId\":\"" + slotId + "\"");
  }

  static String text(ConsumerRecord<String, byte[]> entry) {
    return new String(entry.value(), StandardCharsets.UTF_8);
  }

  /** Reads a topic to the end that it has now. */
  void catchUp(Topic topic) {
    KafkaConsumer<String, byte[]> consumer = consumers.computeIfAbsent(topic, this::reader);
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      all(topic);
    }
  }

  /** All records so far that contain a text. */
  List<ConsumerRecord<String, byte[]>> about(Topic topic, String part) {
    return all(topic).stream().filter(entry -> text(entry).contains(part)).toList();
  }

  /** The log of a partition from an offset on; what cannot be read is left out. */
  Map<Long, AuctionEvent> events(int partition, long from) {
    Map<Long, AuctionEvent> events = new java.util.TreeMap<>();
    for (ConsumerRecord<String, byte[]> entry : all(Topic.AUCTION_EVENTS)) {
      if (entry.partition() == partition && entry.offset() >= from) {
        try {
          AuctionEvent event = EventCodec.AUCTION_EVENT.decode(entry.value());
          if (event.slotId().value().equals(entry.key())) {
            events.put(entry.offset(), event);
          }
        } catch (MalformedEventException e) {
          continue;
        }
      }
    }
    return events;
  }

  /** The committed offset of a partition of the auction log; -1 if there is none. */
  long committed(String group, int partition) {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      OffsetAndMetadata offset =
          offsets.get(new TopicPartition(Topic.AUCTION_EVENTS.topicName(), partition));
      return offset == null ? -1 : offset.offset();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The members of a group: instance id, or nothing, and client id. */
  List<String> members(String group) {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .flatMap(described -> described.members().stream())
          .map(member -> member.groupInstanceId().orElse("") + " " + member.clientId())
          .toList();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean groupIsEmpty(String group) {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .allMatch(described -> described.members().isEmpty());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
    admin.close(Duration.ofSeconds(2));
    consumers.values().forEach(KafkaConsumer::close);
  }

  /** The keys of a topic that were taken back so far. */
  List<String> erasedKeys(Topic topic) {
    all(topic);
    return read.getOrDefault(topic, List.of()).stream()
        .filter(entry -> entry.value() == null)
        .map(ConsumerRecord::key)
        .toList();
  }

  private List<ConsumerRecord<String, byte[]>> all(Topic topic) {
    KafkaConsumer<String, byte[]> consumer = consumers.computeIfAbsent(topic, this::reader);
    List<ConsumerRecord<String, byte[]>> records =
        read.computeIfAbsent(topic, ignored -> new ArrayList<>());
    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    return records.stream().filter(entry -> entry.value() != null).toList();
  }

  private KafkaConsumer<String, byte[]> reader(Topic topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
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
