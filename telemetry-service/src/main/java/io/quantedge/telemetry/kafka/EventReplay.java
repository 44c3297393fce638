package io.quantedge.telemetry.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.telemetry.application.Completion;
import io.quantedge.telemetry.application.Rebuild;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Keeps the state in step with the topics: one thread, one consumer without a group, from the first
 * record on at every start. Trouble is met by beginning again from the first record, because the
 * state takes repeats.
 */
@ApplicationScoped
public class EventReplay {
  private static final Logger log = Logger.getLogger(EventReplay.class);

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
  private static final long RETRY_MILLIS = 1_000;
  private static final long CONTACT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ConsumerSettings settings;
  private final EventRouter router;
  private final Rebuild rebuild;
  private final Completion completion;
  private final ConsumerThread thread = new ConsumerThread("event-replay", this::replay);

  EventReplay(
      ConsumerSettings settings, EventRouter router, Rebuild rebuild, Completion completion) {
    this.completion = completion;
    this.settings = settings;
    this.router = router;
    this.rebuild = rebuild;
  }

  /** Begins to read; call it once. */
  public void start() {
    thread.start(settings::replaying, RETRY_MILLIS);
  }

  /** Ends the reading and waits for it, a few seconds at most. */
  public void stop() {
    thread.stop();
  }

  private void replay(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    completion.replayBegins(new TopicAges(consumer, ANSWER_TIMEOUT).since(partitions));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER_TIMEOUT);
    log.infof(
        "replay begins partitions=%d records=%d", partitions.size(), remaining(consumer, ends));
    long contactAt = System.nanoTime();
    while (thread.isRunning()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        router.route(record);
      }
      if (!rebuild.hasReadTopics()) {
        progress(consumer, ends);
      } else if (System.nanoTime() - contactAt > CONTACT_EVERY_NANOS) {
        if (!partitions.equals(askBroker(consumer, partitions))) {
          return;
        }
        contactAt = System.nanoTime();
      }
    }
  }

  private void progress(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    long remaining = remaining(consumer, ends);
    rebuild.progressed(remaining);
    if (remaining == 0) {
      log.info("replay has caught up with what the topics held at start");
      completion.topicsRead();
    }
  }

  /** A poll says nothing about a broker that is gone, so it is asked now and then. */
  private List<TopicPartition> askBroker(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> known) {
    try {
      consumer.endOffsets(known, ANSWER_TIMEOUT);
      rebuild.progressed(0);
      return partitions(consumer);
    } catch (TimeoutException e) {
      log.warnf("broker does not answer silenceSeconds=%d", rebuild.silence().toSeconds());
      return known;
    }
  }

  private static long remaining(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(
            end -> Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER_TIMEOUT)))
        .sum();
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : EventRouter.TOPICS) {
      List<PartitionInfo> infos = consumer.partitionsFor(topic.topicName(), ANSWER_TIMEOUT);
      if (infos == null || infos.isEmpty()) {
        throw new KafkaException("there is no topic " + topic.topicName() + " yet");
      }
      infos.stream()
          .map(info -> new TopicPartition(info.topic(), info.partition()))
          .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
          .forEach(partitions::add);
    }
    return partitions;
  }
}
