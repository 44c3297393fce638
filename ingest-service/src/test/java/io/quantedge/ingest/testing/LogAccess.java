package io.quantedge.ingest.testing;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The auction log itself, past the service: what really stands in it, and a hand to add to it. */
public final class LogAccess implements AutoCloseable {
  private static final String TOPIC = Topic.AUCTION_EVENTS.topicName();

  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;

  public LogAccess(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "bid-store-writer",
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The event that stands at this place. */
  public AuctionEvent eventAt(int partition, long offset) throws MalformedEventException {
    return EventCodec.AUCTION_EVENT.decode(recordAt(partition, offset).value());
  }

  /** What stands in a header of the record at this place; empty if it has none of that name. */
  public String headerAt(int partition, long offset, String name) {
    Header found = recordAt(partition, offset).headers().lastHeader(name);
    return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
  }

  private ConsumerRecord<String, byte[]> recordAt(int partition, long offset) {
    TopicPartition place = new TopicPartition(TOPIC, partition);
    consumer.assign(List.of(place));
    consumer.seek(place, offset);
    return consumer.poll(Duration.ofSeconds(10)).records(place).getFirst();
  }

  /** How many records the log has taken. */
  public long size() {
    Set<TopicPartition> places =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(TOPIC, info.partition()))
            .collect(Collectors.toSet());
    return consumer.endOffsets(places).values().stream().mapToLong(Long::longValue).sum();
  }

  /** What the store writers have committed for a partition. */
  public OffsetAndMetadata committed(int partition) {
    TopicPartition place = new TopicPartition(TOPIC, partition);
    OffsetAndMetadata found = consumer.committed(Set.of(place)).get(place);
    return found == null ? new OffsetAndMetadata(0) : found;
  }

  /** Appends an event as another node or a client of its own would. */
  public LogPosition append(AuctionEvent event) {
    return append(event.slotId().value(), EventCodec.AUCTION_EVENT.encode(event));
  }

  /** Appends bytes, sensible or not. */
  public LogPosition append(String key, byte[] value) {
    return append(Topic.AUCTION_EVENTS, key, value);
  }

  /** The same to another topic. */
  public LogPosition append(Topic topic, String key, byte[] value) {
    try {
      RecordMetadata metadata =
          producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
      return new LogPosition(metadata.partition(), metadata.offset());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the test's own append failed", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }
}
