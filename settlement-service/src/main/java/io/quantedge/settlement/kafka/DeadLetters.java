package io.quantedge.settlement.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.settlement.application.SettlementMeter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Isolates records that cannot be settled, as they came, with the cause and their origin in the
 * headers, so that the ones behind them go on.
 */
@Singleton
class DeadLetters {
  private static final Logger log = Logger.getLogger(DeadLetters.class);
  private static final int MAX_CAUSE_LENGTH = 1_000;

  private final TruthProducer producer;
  private final SettlementMeter meter;
  private final Clock clock;

  DeadLetters(TruthProducer producer, SettlementMeter meter, Clock clock) {
    this.producer = producer;
    this.meter = meter;
    this.clock = clock;
  }

  Uni<Void> send(ConsumerRecord<String, byte[]> poison, String cause) {
    meter.deadLetter();
    log.errorf(
        "outcome isolated topic=%s partition=%d offset=%d key=%s cause=%s",
        poison.topic(), poison.partition(), poison.offset(), poison.key(), cause);
    return producer.send(
        Topic.AUCTION_OUTCOMES_DLQ, keyOf(poison), valueOf(poison), headers(poison, cause));
  }

  private Headers headers(ConsumerRecord<String, byte[]> poison, String cause) {
    Headers headers = new RecordHeaders(poison.headers());
    String shortCause =
        cause.length() <= MAX_CAUSE_LENGTH ? cause : cause.substring(0, MAX_CAUSE_LENGTH);
    add(headers, "dlq-cause", shortCause);
    add(headers, "dlq-topic", poison.topic());
    add(headers, "dlq-partition", String.valueOf(poison.partition()));
    add(headers, "dlq-offset", String.valueOf(poison.offset()));
    add(headers, "dlq-time", clock.instant().toString());
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static String keyOf(ConsumerRecord<String, byte[]> poison) {
    @Nullable String key = poison.key();
    return key == null ? "" : key;
  }

  private static byte[] valueOf(ConsumerRecord<String, byte[]> poison) {
    byte @Nullable [] value = poison.value();
    return value == null ? new byte[0] : value;
  }
}
