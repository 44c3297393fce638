package io.quantedge.simulator.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.simulator.RunFailedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads a topic from given offsets to where it ends when the reading begins. Not thread-safe. */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(500);

  /** So many polls in a row without a record, and the broker is taken for gone. */
  private static final int MAX_EMPTY_POLLS = 120;

  private final KafkaConsumer<String, byte[]> consumer;

  TopicReader(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  Map<Integer, Long> ends(Topic topic) throws RunFailedException, InterruptedException {
    return ask(topic, () -> byNumber(consumer.endOffsets(partitions(topic))));
  }

  Map<Integer, Long> beginnings(Topic topic) throws RunFailedException, InterruptedException {
    return ask(topic, () -> byNumber(consumer.beginningOffsets(partitions(topic))));
  }

  /**
   * @param from the offset to begin with, by partition
   * @return the offset to go on with, by partition
   */
  Map<Integer, Long> read(
      Topic topic, Map<Integer, Long> from, Consumer<ConsumerRecord<String, byte[]>> sink)
      throws RunFailedException, InterruptedException {
    return ask(topic, () -> readTo(consumer.endOffsets(partitions(topic)), topic, from, sink));
  }

  /** Reads one partition from one offset to before another. */
  void read(
      Topic topic, int partition, long from, long to, Consumer<ConsumerRecord<String, byte[]>> sink)
      throws RunFailedException, InterruptedException {
    if (from >= to) {
      return;
    }
    Map<TopicPartition, Long> end = Map.of(new TopicPartition(topic.topicName(), partition), to);
    Map<Integer, Long> unused =
        ask(
            topic,
            () ->
                readTo(
                    end,
                    topic,
                    Map.of(partition, from),
                    found -> {
                      if (found.offset() < to) {
                        sink.accept(found);
                      }
                    }));
  }

  private Map<Integer, Long> readTo(
      Map<TopicPartition, Long> ends,
      Topic topic,
      Map<Integer, Long> from,
      Consumer<ConsumerRecord<String, byte[]>> sink)
      throws RunFailedException {
    consumer.assign(ends.keySet());
    ends.keySet().forEach(p -> consumer.seek(p, from.getOrDefault(p.partition(), 0L)));
    int emptyPolls = 0;
    while (!hasReached(ends)) {
      var records = consumer.poll(POLL);
      emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
      if (emptyPolls > MAX_EMPTY_POLLS) {
        throw new RunFailedException(
            "topic " + topic.topicName() + " could not be read to its end");
      }
      records.forEach(sink);
    }
    Map<Integer, Long> reached = new HashMap<>();
    ends.keySet().forEach(p -> reached.put(p.partition(), consumer.position(p)));
    return reached;
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private List<TopicPartition> partitions(Topic topic) {
    return consumer.partitionsFor(topic.topicName()).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
  }

  private interface Question<T> {
    T ask() throws RunFailedException;
  }

  private static <T> T ask(Topic topic, Question<T> question)
      throws RunFailedException, InterruptedException {
    try {
      return question.ask();
    } catch (InterruptException e) {
      // The client sets the thread's flag again, which the checked exception takes over.
      boolean unused = Thread.interrupted();
      throw (InterruptedException) new InterruptedException("reading Kafka").initCause(e);
    } catch (KafkaException e) {
      throw new RunFailedException(
          "topic %s could not be read: %s".formatted(topic.topicName(), e.getMessage()), e);
    }
  }
}
