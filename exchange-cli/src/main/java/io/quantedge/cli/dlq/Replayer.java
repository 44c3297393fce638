package io.quantedge.cli.dlq;

import io.quantedge.contracts.kafka.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters to the topics that they came from. Each transaction holds letters and their
 * markers in the dead-letter topic, so that none is sent without being marked, or marked without
 * being sent. Its transactional id is one for all: whoever connects later ends the one before,
 * whose unfinished transaction is rolled back. So connect first and read the markers then. Not
 * thread-safe.
 */
public final class Replayer implements AutoCloseable {
  private static final String TRANSACTIONAL_ID = "exchange-dlq-replay";
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  private final KafkaProducer<String, byte[]> producer;
  private final Clock clock;

  private Replayer(KafkaProducer<String, byte[]> producer, Clock clock) {
    this.producer = producer;
    this.clock = clock;
  }

  /**
   * Connects, and ends a replay that runs elsewhere.
   *
   * @throws DlqException if the broker cannot be reached
   */
  public static Replayer connect(String bootstrapServers, Clock clock) {
    int limitMillis = Math.toIntExact(ANSWER_LIMIT.toMillis());
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                limitMillis,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                limitMillis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                limitMillis / 2,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTIONAL_ID),
            new StringSerializer(),
            new ByteArraySerializer());
    try {
      producer.initTransactions();
      return new Replayer(producer, clock);
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw new DlqException("the broker takes no records: " + e.getMessage(), e);
    }
  }

  /** Why a letter cannot be sent again; empty if it can. */
  public static Optional<String> obstacle(DeadLetter letter) {
    if (letter.originalTopic().isEmpty()) {
      return Optional.of("it does not say which topic it came from (header dlq-topic)");
    }
    String topic = letter.originalTopic().get();
    boolean known =
        Arrays.stream(Topic.values())
            .anyMatch(each -> each.topicName().equals(topic) && each != Topic.AUCTION_OUTCOMES_DLQ);
    return known
        ? Optional.empty()
        : Optional.of("it says that it came from %s, which is no topic of ours".formatted(topic));
  }

  /**
   * Sends the letters, all or none; returns when all replicas in sync have them.
   *
   * @param letters some without an {@link #obstacle}
   * @throws DlqException if none was sent
   */
  public void send(List<DeadLetter> letters) {
    try {
      producer.beginTransaction();
      letters.forEach(letter -> {
        producer.send(original(letter));
        producer.send(marker(letter));
      });
      producer.commitTransaction();
    } catch (ProducerFencedException e) {
      throw new DlqException("another replay has begun and ended this one; nothing was sent", e);
    } catch (KafkaException e) {
      abort(e);
      throw new DlqException("nothing was sent: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(ANSWER_LIMIT);
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      cause.addSuppressed(e);
    }
  }

  /** To the partition that the key has always had. */
  private static ProducerRecord<String, byte[]> original(DeadLetter letter) {
    @Nullable String key = letter.key().isEmpty() ? null : letter.key();
    ProducerRecord<String, byte[]> original =
        new ProducerRecord<>(letter.originalTopic().orElseThrow(), key, letter.value());
    letter
        .originalHeaders()
        .forEach(header -> original.headers().add(header.name(), header.value()));
    return original;
  }

  private ProducerRecord<String, byte[]> marker(DeadLetter letter) {
    ProducerRecord<String, byte[]> marker =
        new ProducerRecord<>(
            Topic.AUCTION_OUTCOMES_DLQ.topicName(),
            letter.position().partition(),
            letter.key(),
            new byte[0]);
    marker
        .headers()
        .add(DeadLetter.REPLAYED, DeadLetters.utf8(letter.position().toString()))
        .add("dlq-time", DeadLetters.utf8(clock.instant().toString()));
    return marker;
  }
}
