package io.quantedge.ingest.kafka;

import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.StoreConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The settings of the Kafka clients, with every risky default set on purpose. */
final class ClientSettings {
  private static final int TAIL_MAX_WAIT_MILLIS = 500;
  private static final int WRITER_MIN_FETCH_BYTES = 16 * 1024;
  private static final int WRITER_MAX_WAIT_MILLIS = 100;
  private static final int PARTITION_FETCH_BYTES = 256 * 1024;
  private static final int FETCH_BYTES = 4 * 1024 * 1024;
  private static final int MAX_POLL_RECORDS = 5_000;
  private static final int FIGURES_POLL_RECORDS = 500;
  private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

  private ClientSettings() {}

  /** Acknowledged means: on every in-sync replica, once, in order. */
  static Map<String, Object> producer(LogConfig config) {
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers()),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "ingest-log-writer"),
        Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
        Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, Math.toIntExact(config.linger().toMillis())),
        Map.entry(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Math.toIntExact(config.deliveryTimeout().toMillis())),
        Map.entry(
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            Math.toIntExact(config.requestTimeout().toMillis())),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.maxBlock().toMillis()),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, config.bufferBytes()),
        Map.entry(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of()));
  }

  /**
   * Reads the whole log without belonging to the writers' group; the group's name is only used to
   * ask how far the group is.
   */
  static Map<String, Object> tail(LogConfig config, StoreConfig store) {
    Map<String, Object> settings = consumer(config, store, "ingest-log-tail");
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, TAIL_MAX_WAIT_MILLIS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    return settings;
  }

  /** Lets records gather for a moment, so that the store gets full batches. */
  static Map<String, Object> storeWriter(LogConfig config, StoreConfig store) {
    Map<String, Object> settings = consumer(config, store, "ingest-store-writer");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 120_000);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, WRITER_MIN_FETCH_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, WRITER_MAX_WAIT_MILLIS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, store.maxRoundRecords());
    return settings;
  }

  /** Reads counts and outcomes; offsets are committed by hand, behind what is written. */
  static Map<String, Object> figures(LogConfig config, StoreConfig store) {
    Map<String, Object> settings = consumer(config, store, "ingest-slot-figures");
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, store.figures().consumerGroup());
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FIGURES_POLL_RECORDS);
    return settings;
  }

  private static Map<String, Object> consumer(
      LogConfig config, StoreConfig store, String clientId) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, store.group());
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, List.of());
    return settings;
  }
}
