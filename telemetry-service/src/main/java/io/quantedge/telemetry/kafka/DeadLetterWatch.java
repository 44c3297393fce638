package io.quantedge.telemetry.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.telemetry.application.incident.DeadLetterInbox;
import io.quantedge.telemetry.domain.incident.DeadLetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dead letters, from the first one on at every start, and commits nothing: an incident's
 * id says whether a letter is known. {@link #start} and {@link #stop} are called once.
 */
@ApplicationScoped
public class DeadLetterWatch {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
  private static final long RETRY_MILLIS = 5_000;

  /** On a record that says that a letter was sent again, and is no letter itself. */
  private static final String REPLAYED = "dlq-replayed";

  private final ConsumerSettings settings;
  private final DeadLetterInbox inbox;
  private final ConsumerThread thread = new ConsumerThread("dead-letters", this::watch);

  DeadLetterWatch(ConsumerSettings settings, DeadLetterInbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  /** Begins to read; call it once. */
  public void start() {
    thread.start(settings::replaying, RETRY_MILLIS);
  }

  /** Ends the reading and waits for it, a few seconds at most. */
  public void stop() {
    thread.stop();
  }

  private void watch(KafkaConsumer<String, byte[]> consumer) {
    String topic = Topic.AUCTION_OUTCOMES_DLQ.topicName();
    List<TopicPartition> partitions =
        Optional.ofNullable(consumer.partitionsFor(topic, ANSWER_TIMEOUT))
            .orElse(List.of())
            .stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new KafkaException("there is no topic " + topic + " yet");
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    while (thread.isRunning()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        letter(record).ifPresent(inbox::add);
      }
    }
  }

  static Optional<DeadLetter> letter(ConsumerRecord<String, byte[]> record) {
    return record.headers().lastHeader(REPLAYED) == null
        ? Optional.of(new DeadLetter(subject(record), header(record, "dlq-cause"), at(record)))
        : Optional.empty();
  }

  /** What cannot be read is named by the place where it stood. */
  private static String subject(ConsumerRecord<String, byte[]> record) {
    byte @Nullable [] value = record.value();
    try {
      if (value != null && value.length > 0) {
        return EventCodec.OUTCOME.decode(value).slot().slotId().value();
      }
    } catch (MalformedEventException | RuntimeException e) {
      // Named below: that it cannot be read may be the very reason why it is here.
    }
    boolean saysOrigin = record.headers().lastHeader("dlq-topic") != null;
    return saysOrigin
        ? "%s/%s@%s"
            .formatted(
                header(record, "dlq-topic"),
                header(record, "dlq-partition"),
                header(record, "dlq-offset"))
        : "%s/%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }

  private static Instant at(ConsumerRecord<String, byte[]> record) {
    try {
      return Instant.parse(header(record, "dlq-time"));
    } catch (DateTimeException e) {
      return Instant.ofEpochMilli(record.timestamp());
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    @Nullable Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? "unknown"
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
