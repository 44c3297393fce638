package io.quantedge.evaluator.kafka;

import io.quantedge.evaluator.config.EvaluatorConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the Kafka clients of the loop. Every setting on which a guarantee rests is set here and not
 * left to a default. Values are bytes, so that a record that cannot be read is ours to handle.
 */
@ApplicationScoped
class KafkaClients {
  private static final int FETCH_BYTES = 8 * 1024 * 1024;
  private static final int STATE_WAIT_MILLIS = 20;
  private static final int PRODUCER_BUFFER_BYTES = 8 * 1024 * 1024;

  private final Map<String, Object> connection;
  private final EvaluatorConfig config;

  KafkaClients(
      @Identifier("default-kafka-broker") Map<String, Object> connection, EvaluatorConfig config) {
    this.connection = new HashMap<>(connection);
    this.connection.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.config = config;
  }

  /** Reads the auction log as a member of the group. */
  Consumer<String, byte[]> logConsumer() {
    Map<String, Object> settings = readerSettings();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.groupId());
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, config.sessionTimeoutMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, config.heartbeatIntervalMillis());
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, config.maxPollIntervalMillis());
    // The group's description shows client ids, and so a member tells the others where it answers.
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "evaluator@" + config.advertisedAddress());
    config.instanceId().ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
    return new KafkaConsumer<>(settings);
  }

  /** Reads whole partitions on its own, outside of any group. */
  Consumer<String, byte[]> stateConsumer() {
    Map<String, Object> settings = readerSettings();
    // It reads to an end and is not to wait at it: partitions stand still meanwhile.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, STATE_WAIT_MILLIS);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
    return new KafkaConsumer<>(settings);
  }

  /** Asks the broker without blocking the loop. */
  Admin admin() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, config.deliveryTimeoutMillis() / 2);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, config.deliveryTimeoutMillis());
    return Admin.create(settings);
  }

  Producer<String, byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A close waits for two trips to the broker; it must not wait for company as well.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.maxBlockMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, config.deliveryTimeoutMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, config.deliveryTimeoutMillis() / 2);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, PRODUCER_BUFFER_BYTES);
    return new KafkaProducer<>(settings);
  }

  private Map<String, Object> readerSettings() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, config.loadTimeoutMillis());
    settings.put(
        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(30_000, config.loadTimeoutMillis()));
    return settings;
  }
}
