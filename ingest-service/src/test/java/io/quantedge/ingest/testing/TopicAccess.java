package io.quantedge.ingest.testing;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.usage.UsageReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics that submissions go through, as their producers and readers see them. */
public final class TopicAccess implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  public TopicAccess(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Submits a bid, or what is none. */
  public RecordMetadata submit(byte[] value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> entry =
        new ProducerRecord<>(Topic.BID_SUBMISSIONS.topicName(), value);
    headers.forEach(
        (name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      return producer.send(entry).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the test's own submission failed", e);
    }
  }

  /** Submits without waiting; {@link #flush} waits. */
  public void submitLater(byte[] value) {
    var unused = producer.send(new ProducerRecord<>(Topic.BID_SUBMISSIONS.topicName(), value));
  }

  /** Waits until all is submitted. */
  public void flush() {
    producer.flush();
  }

  /** Every rejection so far, by the place of its submission as {@code partition/offset}. */
  public Map<String, RejectedSubmission> rejections() {
    Map<String, RejectedSubmission> rejections = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : read(Topic.BID_REJECTIONS)) {
      RejectedSubmission rejected = decode(EventCodec.REJECTED_SUBMISSION, each.value());
      rejections.put(rejected.source().partition() + "/" + rejected.source().offset(), rejected);
    }
    return rejections;
  }

  /** Where each bid of a slot stands in the log, as {@code partition/offset}, by the bid's id. */
  public Map<String, List<String>> bids(String slotId) {
    Map<String, List<String>> places = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : read(Topic.AUCTION_EVENTS)) {
      if (slotId.equals(new String(each.key(), StandardCharsets.UTF_8))
          && decode(EventCodec.AUCTION_EVENT, each.value())
              instanceof AuctionEvent.BidPlaced placed) {
        places
            .computeIfAbsent(placed.bid().bidId().toString(), id -> new ArrayList<>())
            .add(each.partition() + "/" + each.offset());
      }
    }
    return places;
  }

  /** The newest report of usage of each process, in the order in which they first appeared. */
  public SequencedMap<UUID, UsageReport> usage() {
    SequencedMap<UUID, UsageReport> reports = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : read(Topic.USAGE_STATS)) {
      UsageReport report = decode(EventCodec.USAGE, each.value());
      reports.put(report.processId(), report);
    }
    return reports;
  }

  /** How many submissions a group has committed, over all partitions. */
  public long committedSubmissions(String group) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "group.id", group),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions =
          consumer.partitionsFor(Topic.BID_SUBMISSIONS.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .collect(Collectors.toSet());
      return consumer.committed(partitions).values().stream()
          .filter(Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  private static <T> T decode(EventCodec<T> codec, byte[] value) {
    try {
      return codec.decode(value);
    } catch (MalformedEventException e) {
      throw new IllegalStateException("a record of our own cannot be read", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
