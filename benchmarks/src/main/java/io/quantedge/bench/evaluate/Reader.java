package io.quantedge.bench.evaluate;

import io.quantedge.bench.service.CpuTime;
import io.quantedge.bench.stats.Throughput;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the whole auction log on the calling thread and decodes every record, with the settings
 * with which the evaluator fetches. What else becomes of a record is up to who asks. Stateless.
 */
final class Reader {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final double SECOND_NANOS = 1e9;
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "fetch.min.bytes",
          1,
          "fetch.max.bytes",
          8 * 1024 * 1024,
          "max.poll.records",
          2_000,
          "enable.auto.commit",
          false,
          "auto.offset.reset",
          "earliest");

  private final String bootstrapServers;

  Reader(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Takes one decoded record. */
  @FunctionalInterface
  interface Sink {
    void take(int partition, long offset, AuctionEvent event);
  }

  /**
   * How fast the log was read, from the first records' arrival on.
   *
   * @param cpu processor time of this whole JVM meanwhile
   */
  record Pass(Throughput throughput, Duration cpu) {
    double cpuMicrosPerRecord() {
      return cpu.toNanos() / 1_000.0 / throughput.counted();
    }
  }

  /** Reads from the beginning to where the log ends now. */
  Pass read(Sink sink) throws MalformedEventException {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.AUCTION_EVENTS.topicName()).stream()
              .map(Reader::partition)
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long all = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      while (records.isEmpty()) {
        records = consumer.poll(POLL);
      }
      return drain(consumer, records, all, sink);
    }
  }

  private static Pass drain(
      KafkaConsumer<String, byte[]> consumer,
      ConsumerRecords<String, byte[]> first,
      long all,
      Sink sink)
      throws MalformedEventException {
    Duration cpu = CpuTime.own();
    long begun = System.nanoTime();
    long read = 0;
    ConsumerRecords<String, byte[]> records = first;
    while (true) {
      for (ConsumerRecord<String, byte[]> record : records) {
        sink.take(record.partition(), record.offset(), decode(record));
      }
      read += records.count();
      if (read >= all) {
        double seconds = (System.nanoTime() - begun) / SECOND_NANOS;
        return new Pass(new Throughput(read / seconds, read, seconds), CpuTime.own().minus(cpu));
      }
      records = consumer.poll(POLL);
    }
  }

  private static AuctionEvent decode(ConsumerRecord<String, byte[]> record)
      throws MalformedEventException {
    AuctionEvent event = EventCodec.AUCTION_EVENT.decode(record.value());
    if (!event.slotId().value().equals(record.key())) {
      throw new IllegalStateException("a record stands under the key " + record.key());
    }
    return event;
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> settings = new java.util.HashMap<>(SETTINGS);
    settings.put("bootstrap.servers", bootstrapServers);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }
}
