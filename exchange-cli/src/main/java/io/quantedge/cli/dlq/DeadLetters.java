package io.quantedge.cli.dlq;

import io.quantedge.contracts.kafka.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the dead-letter topic from its beginning to where it ends now. It commits no offsets: what
 * was sent again is told by markers in the topic itself. Not thread-safe.
 */
public final class DeadLetters implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

  /** So many polls in a row without progress, and the broker is taken for gone. */
  private static final int MAX_EMPTY_POLLS = 40;

  private static final String TOPIC = Topic.AUCTION_OUTCOMES_DLQ.topicName();

  private final KafkaConsumer<String, byte[]> consumer;

  /** Connects at the first reading. */
  public DeadLetters(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWER_LIMIT.toMillis()),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                // A marker counts when the record that it marks was sent for certain.
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * What a listing shows.
   *
   * @param latest the latest letters, oldest first
   * @param total how many there are
   * @param replayed when each letter was last sent again
   */
  public record Listing(List<DeadLetter> latest, long total, Map<Position, String> replayed) {
    /** Copies the collections. */
    public Listing {
      latest = List.copyOf(latest);
      replayed = Map.copyOf(replayed);
    }
  }

  /**
   * The latest letters.
   *
   * @param limit how many at most, 1 or more
   * @throws DlqException if the topic cannot be read
   */
  public Listing latest(int limit) {
    Deque<DeadLetter> latest = new ArrayDeque<>();
    SortedMap<Position, String> replayed = new TreeMap<>();
    long[] total = {0};
    read(letter -> {
      if (letter.marks().isPresent()) {
        replayed.put(letter.marks().get(), letter.time());
        return;
      }
      total[0]++;
      latest.addLast(letter);
      if (latest.size() > limit) {
        latest.removeFirst();
      }
    });
    return new Listing(List.copyOf(latest), total[0], replayed);
  }

  /**
   * When each letter was last sent again.
   *
   * @throws DlqException if the topic cannot be read
   */
  public SortedMap<Position, String> replayed() {
    SortedMap<Position, String> replayed = new TreeMap<>();
    read(letter -> letter.marks().ifPresent(position -> replayed.put(position, letter.time())));
    return replayed;
  }

  /**
   * One letter; empty if there is none at the position, or what stands there is a marker.
   *
   * @throws DlqException if the topic cannot be read
   */
  public Optional<DeadLetter> find(Position position) {
    List<DeadLetter> found = new ArrayList<>(1);
    forEach(letter -> {
      if (letter.position().equals(position)) {
        found.add(letter);
      }
    });
    return found.stream().findFirst();
  }

  /**
   * Shows all letters to the sink, in the order of each partition.
   *
   * @throws DlqException if the topic cannot be read
   */
  public void forEach(Consumer<DeadLetter> sink) {
    read(letter -> {
      if (letter.marks().isEmpty()) {
        sink.accept(letter);
      }
    });
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(Consumer<DeadLetter> sink) {
    try {
      readToEnd(sink);
    } catch (KafkaException e) {
      throw new DlqException("%s could not be read: %s".formatted(TOPIC, e.getMessage()), e);
    }
  }

  private void readToEnd(Consumer<DeadLetter> sink) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new DlqException("there is no topic %s on this broker".formatted(TOPIC));
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.seekToBeginning(partitions);
    int emptyPolls = 0;
    while (!hasReached(ends)) {
      var records = consumer.poll(POLL);
      emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
      if (emptyPolls > MAX_EMPTY_POLLS) {
        throw new DlqException(
            TOPIC + " could not be read to its end: the broker stopped answering");
      }
      records.forEach(record -> sink.accept(DeadLetter.of(record)));
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
