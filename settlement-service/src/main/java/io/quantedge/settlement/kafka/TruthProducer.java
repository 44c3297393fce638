package io.quantedge.settlement.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sends what must not be lost: it tries until the broker has acknowledged it. One producer serves
 * all topics. Thread-safe.
 */
@Singleton
class TruthProducer {
  private static final Logger log = Logger.getLogger(TruthProducer.class);
  private static final int MAX_BUFFERED = 4_096;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final MutinyEmitter<byte[]> emitter;

  TruthProducer(
      @Channel("truth-events")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = MAX_BUFFERED)
          MutinyEmitter<byte[]> emitter) {
    this.emitter = emitter;
  }

  Uni<Void> send(Topic topic, String key, byte[] value) {
    return send(topic, key, value, new RecordHeaders());
  }

  /** Completes on acknowledgement by all replicas in sync; never fails. */
  Uni<Void> send(Topic topic, String key, byte[] value, Headers headers) {
    return Uni.createFrom()
        .deferred(() -> emitter.sendMessage(message(topic, key, value, headers)))
        .onFailure()
        .invoke(failure ->
            log.warnf(
                "record not taken yet topic=%s key=%s cause=%s",
                topic.topicName(), key, failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .withJitter(0.5)
        .indefinitely();
  }

  private static Message<byte[]> message(Topic topic, String key, byte[] value, Headers headers) {
    return Message.of(value)
        .addMetadata(
            OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic.topicName())
                .withKey(key)
                .withHeaders(headers)
                .build());
  }
}
