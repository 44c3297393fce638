package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.domain.SavedSlots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was saved of the slots of partitions from the compacted topic {@code slot-states}, to
 * the end that it has now. Whatever the commit passed was acknowledged there before, so this is
 * enough.
 */
final class SlotStateLoader {
  private static final Logger LOG = Logger.getLogger(SlotStateLoader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final LogReader<SlotState> reader;
  private final Clock clock;
  private final Duration timeout;
  private final Duration outcomesKept;

  /**
   * @param timeout longest time that loading may take
   * @param outcomesKept how old an outcome may be to be of interest
   */
  SlotStateLoader(
      Supplier<Consumer<String, byte[]>> consumers,
      EvaluationObserver observer,
      Clock clock,
      Duration timeout,
      Duration outcomesKept) {
    this.consumers = consumers;
    this.reader = new LogReader<>(EventCodec.SLOT_STATE, SlotState::key, observer);
    this.clock = clock;
    this.timeout = timeout;
    this.outcomesKept = outcomesKept;
  }

  /**
   * What is saved, for each of the partitions.
   *
   * @throws IllegalStateException if the end is not reached in time: folding without the states
   *     could open a decided slot again
   */
  Map<Integer, SavedSlots> load(Collection<Integer> partitions) {
    Map<Integer, SavedSlots> saved = new HashMap<>();
    List<TopicPartition> sources =
        partitions.stream()
            .map(partition -> new TopicPartition(Topic.SLOT_STATES.topicName(), partition))
            .toList();
    Instant begin = clock.instant();
    partitions.forEach(
        partition -> saved.put(partition, new SavedSlots(begin.minus(outcomesKept))));
    long records;
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      consumer.assign(sources);
      consumer.seekToBeginning(sources);
      records = readToEnd(consumer, consumer.endOffsets(sources, timeout), saved);
    }
    LOG.infof(
        "slot states loaded partitions=%s records=%d decided=%d millis=%d",
        partitions.stream().sorted().toList(),
        records,
        saved.values().stream().mapToInt(slots -> slots.decided().size()).sum(),
        Duration.between(begin, clock.instant()).toMillis());
    return saved;
  }

  private long readToEnd(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Map<Integer, SavedSlots> saved) {
    Instant deadline = clock.instant().plus(timeout);
    long records = 0;
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), timeout) >= end.getValue())) {
      if (clock.instant().isAfter(deadline)) {
        throw new IllegalStateException(
            "slot-states could not be read to its end within " + timeout + "; is the broker slow?");
      }
      for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
        SavedSlots slots = saved.get(entry.partition());
        if (slots != null) {
          keep(entry, slots);
        }
        records++;
      }
    }
    return records;
  }

  private void keep(ConsumerRecord<String, byte @Nullable []> entry, SavedSlots slots) {
    try {
      if (entry.value() == null) {
        slots.erase(entry.key());
      } else {
        Instant savedAt = Instant.ofEpochMilli(entry.timestamp());
        reader.read(entry).ifPresent(state -> slots.add(state, savedAt));
      }
    } catch (IllegalArgumentException e) {
      reader.skipped(entry, String.valueOf(e.getMessage()));
    }
  }
}
