package io.quantedge.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.metric.IngestMetric;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.application.AuctionLog;
import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the auction log with a Kafka producer of our own. A messaging channel's emitter would put
 * a buffer with its own overflow rules, its own limit of records in flight and its own retries
 * between a request and the producer, and hands out the record's place only through a side channel;
 * here the broker's answer is the only thing between a bid and its receipt. Thread-safe.
 */
@Singleton
class KafkaAuctionLog implements AuctionLog {
  private static final Logger log = Logger.getLogger(KafkaAuctionLog.class);
  private static final String TOPIC = Topic.AUCTION_EVENTS.topicName();

  private final LogProducer producer;
  private final Timer timer;
  private final long bufferBytes;
  private volatile boolean warm;

  KafkaAuctionLog(LogProducer producer, LogConfig config, MeterRegistry registry) {
    this.producer = producer;
    this.bufferBytes = config.bufferBytes();
    this.timer =
        Timer.builder(IngestMetric.LOG_APPEND.meterName())
            .description(IngestMetric.LOG_APPEND.description())
            .serviceLevelObjectives(IngestMetric.LOG_APPEND.latencyBuckets())
            .register(registry);
  }

  @Override
  public CompletableFuture<LogPosition> send(AuctionEvent event) {
    byte[] value = EventCodec.AUCTION_EVENT.encode(event);
    byte[] key = event.slotId().value().getBytes(StandardCharsets.UTF_8);
    CompletableFuture<LogPosition> answer = new CompletableFuture<>();
    long startedNanos = System.nanoTime();
    try {
      producer.send(
          new ProducerRecord<>(TOPIC, key, value),
          (metadata, failure) -> {
            timer.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
            answer(metadata, failure, answer);
          });
    } catch (KafkaException | IllegalStateException e) {
      answer.completeExceptionally(new RefusedException(refusal(e)));
    }
    return answer;
  }

  /**
   * Fetches what the producer must know of the topic, so that no request has to wait for it. May be
   * repeated until it succeeds.
   *
   * @return whether it is known now
   */
  boolean warmUp() {
    warm = warm || producer.knows(TOPIC);
    return warm;
  }

  boolean isWarm() {
    return warm;
  }

  private void answer(
      RecordMetadata metadata, @Nullable Exception failure, CompletableFuture<LogPosition> answer) {
    if (failure != null) {
      answer.completeExceptionally(new RefusedException(refusal(failure)));
    } else if (!metadata.hasOffset()) {
      answer.completeExceptionally(
          new RefusedException(new Refusal.LogUnavailable("the log gave no receipt")));
    } else {
      answer.complete(new LogPosition(metadata.partition(), metadata.offset()));
    }
  }

  private Refusal refusal(Exception failure) {
    if (failure instanceof BufferExhaustedException) {
      return new Refusal.Overloaded("bytes waiting for the log", bufferBytes);
    }
    log.warnf("append failed topic=%s cause=%s", TOPIC, failure);
    return new Refusal.LogUnavailable(
        "the log did not acknowledge in time; it may hold the request nevertheless, so send it"
            + " again with the same id");
  }
}
