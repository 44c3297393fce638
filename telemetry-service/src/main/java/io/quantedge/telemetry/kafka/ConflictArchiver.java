package io.quantedge.telemetry.kafka;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.telemetry.application.ArchiveStatus;
import io.quantedge.telemetry.application.ConflictArchive;
import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.config.ArchiveConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies conflict events to the truth store, each at least once, which the store makes exactly
 * once. Offsets are committed only after the write, so while the store is away the events wait on
 * the topic and not in memory: a failed batch is forgotten, read again and tried again with full
 * jitter.
 */
@ApplicationScoped
public class ConflictArchiver {
  private static final Logger log = Logger.getLogger(ConflictArchiver.class);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
  private static final long RETRY_MILLIS = 1_000;

  private final ConsumerSettings settings;
  private final ConflictArchive archive;
  private final ArchiveStatus status;
  private final FullJitter backoff;
  private final RandomGenerator random;
  private final ArchiveConfig config;
  private final ConsumerThread thread = new ConsumerThread("conflict-archive", this::copy);

  ConflictArchiver(
      ConsumerSettings settings,
      ConflictArchive archive,
      ArchiveStatus status,
      FullJitter backoff,
      RandomGenerator random,
      ArchiveConfig config) {
    this.settings = settings;
    this.archive = archive;
    this.status = status;
    this.backoff = backoff;
    this.random = random;
    this.config = config;
  }

  /** Begins to copy; call it once. */
  public void start() {
    thread.start(() -> settings.grouped(config.groupId(), config.batchSize()), RETRY_MILLIS);
  }

  /** Ends the copying and waits for it, a few seconds at most. */
  public void stop() {
    thread.stop();
  }

  private void copy(KafkaConsumer<String, byte[]> consumer) {
    consumer.subscribe(Set.of(Topic.CONFLICT_EVENTS.topicName()));
    int failedInARow = 0;
    boolean knowsLoss = false;
    while (thread.isRunning()) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      if (!knowsLoss && !consumer.assignment().isEmpty()) {
        knowsLoss = reportLoss(consumer);
      }
      if (records.isEmpty()) {
        reportBacklog(consumer);
      } else if (append(decoded(records))) {
        consumer.commitSync(next(records), ANSWER_TIMEOUT);
        failedInARow = 0;
        reportBacklog(consumer);
      } else {
        first(records).forEach(consumer::seek);
        reportBacklog(consumer);
        thread.pause(backoff.delayMillis(++failedInARow, random));
      }
    }
  }

  private boolean append(List<ConflictEvent> events) {
    if (events.isEmpty()) {
      return true;
    }
    try {
      Duration timeout = Duration.ofMillis(config.writeTimeoutMillis());
      int refused = archive.append(events).await().atMost(timeout);
      status.appended(events.size(), refused);
      return true;
    } catch (RuntimeException e) {
      status.failed();
      if (Long.bitCount(status.failures()) == 1) {
        log.warnf(
            "conflict events wait for the truth store events=%d failures=%d reason=%s",
            events.size(), status.failures(), e.getMessage());
      }
      return false;
    }
  }

  /** What cannot be read is counted and logged by the state's own reader of the same topic. */
  private static List<ConflictEvent> decoded(ConsumerRecords<String, byte[]> records) {
    List<ConflictEvent> events = new ArrayList<>(records.count());
    for (ConsumerRecord<String, byte @Nullable []> record : records) {
      byte[] value = record.value();
      if (value == null) {
        continue;
      }
      try {
        events.add(EventCodec.CONFLICT.decode(value));
      } catch (MalformedEventException e) {
        log.debugf(
            "unreadable conflict event offset=%d reason=%s", record.offset(), e.getMessage());
      }
    }
    return events;
  }

  private static Map<TopicPartition, Long> first(ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    records
        .partitions()
        .forEach(
            partition -> offsets.put(partition, records.records(partition).getFirst().offset()));
    return offsets;
  }

  private static Map<TopicPartition, OffsetAndMetadata> next(
      ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    records
        .partitions()
        .forEach(partition ->
            offsets.put(
                partition,
                new OffsetAndMetadata(records.records(partition).getLast().offset() + 1)));
    return offsets;
  }

  /**
   * Records between what was stored and what the topic begins with are gone; asked before the first
   * commit.
   *
   * @return whether it could be found out
   */
  private boolean reportLoss(KafkaConsumer<String, byte[]> consumer) {
    try {
      Map<TopicPartition, Long> begins =
          consumer.beginningOffsets(consumer.assignment(), ANSWER_TIMEOUT);
      Map<TopicPartition, @Nullable OffsetAndMetadata> stored =
          consumer.committed(consumer.assignment(), ANSWER_TIMEOUT);
      long lost = 0;
      for (Map.Entry<TopicPartition, Long> begin : begins.entrySet()) {
        OffsetAndMetadata next = stored.get(begin.getKey());
        lost += Math.max(0, begin.getValue() - (next == null ? 0 : next.offset()));
      }
      status.lostIs(lost);
      if (lost > 0) {
        log.warnf("conflict events deleted from the topic before they were stored events=%d", lost);
      }
      return true;
    } catch (TimeoutException e) {
      log.debugf("loss unknown: %s", e.getMessage());
      return false;
    }
  }

  private void reportBacklog(KafkaConsumer<String, byte[]> consumer) {
    try {
      long backlog = 0;
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER_TIMEOUT);
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        backlog += Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER_TIMEOUT));
      }
      status.backlogIs(backlog);
    } catch (TimeoutException e) {
      log.debugf("backlog unknown: %s", e.getMessage());
    }
  }
}
