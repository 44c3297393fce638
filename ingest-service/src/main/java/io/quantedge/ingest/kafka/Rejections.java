package io.quantedge.ingest.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.domain.Printable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells producers of submissions what was refused, and why. Thread-safe. */
@Singleton
class Rejections {
  private static final String TOPIC = Topic.BID_REJECTIONS.topicName();

  /** A character has at most so many bytes, so no more are needed to fill the text. */
  private static final int MAX_TEXT_BYTES = 4 * RejectedSubmission.MAX_SUBMISSION_LENGTH;

  private static final int MAX_KEY_LENGTH = 200;
  private static final int MAX_ID_LENGTH = 100;

  private final LogProducer producer;
  private final Clock clock;

  Rejections(LogProducer producer, Clock clock) {
    this.producer = producer;
    this.clock = clock;
  }

  /** Why a submission is refused. */
  record Cause(String code, String detail) {}

  /**
   * @param sent what could be read of it
   * @return completes when the rejection is durable
   */
  CompletableFuture<Void> reject(
      ConsumerRecord<byte[], byte[]> entry, Optional<BidSubmission> sent, Cause cause) {
    RejectedSubmission rejected =
        new RejectedSubmission(
            new RejectedSubmission.Source(entry.topic(), entry.partition(), entry.offset()),
            Optional.ofNullable(entry.key()).map(key -> text(key, MAX_KEY_LENGTH)),
            sent.map(BidSubmission::bidId).map(id -> Printable.cut(id, MAX_ID_LENGTH)),
            sent.map(BidSubmission::slotId).map(id -> Printable.cut(id, MAX_ID_LENGTH)),
            cause.code(),
            cause.detail(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            text(entry.value(), RejectedSubmission.MAX_SUBMISSION_LENGTH));
    return send(
        new ProducerRecord<>(TOPIC, entry.key(), EventCodec.REJECTED_SUBMISSION.encode(rejected)));
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> entry) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    try {
      producer.send(
          entry,
          (metadata, failure) -> {
            if (failure == null) {
              durable.complete(null);
            } else {
              durable.completeExceptionally(failure);
            }
          });
    } catch (KafkaException | IllegalStateException e) {
      durable.completeExceptionally(e);
    }
    return durable;
  }

  private static String text(byte @Nullable [] bytes, int maxLength) {
    if (bytes == null) {
      return "";
    }
    byte[] enough = bytes.length <= MAX_TEXT_BYTES ? bytes : Arrays.copyOf(bytes, MAX_TEXT_BYTES);
    return Printable.cut(new String(enough, StandardCharsets.UTF_8), maxLength);
  }
}
