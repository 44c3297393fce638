package io.quantedge.ingest.kafka;

import io.quantedge.ingest.config.LogConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/** The one producer of this node, for all that intake writes to Kafka. Thread-safe. */
@Singleton
class LogProducer {
  private static final Logger log = Logger.getLogger(LogProducer.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;

  @Inject
  LogProducer(LogConfig config) {
    this(new KafkaProducer<>(ClientSettings.producer(config)));
  }

  /** With a given client, which is closed with this. */
  LogProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * @param callback called by the producer's own thread, which must not be kept
   * @throws org.apache.kafka.common.KafkaException if it cannot be sent at all
   */
  void send(ProducerRecord<byte[], byte[]> entry, Callback callback) {
    producer.send(entry, callback);
  }

  /**
   * Fetches what the producer must know of a topic, so that no request has to wait for it.
   *
   * @return whether it is known now
   */
  boolean knows(String topic) {
    try {
      return !producer.partitionsFor(topic).isEmpty();
    } catch (TimeoutException e) {
      log.debugf("topic not reachable yet topic=%s cause=%s", topic, e.getMessage());
      return false;
    }
  }

  @PreDestroy
  void close() {
    producer.close(CLOSE_TIMEOUT);
  }
}
