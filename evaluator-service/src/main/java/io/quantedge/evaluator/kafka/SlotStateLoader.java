package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.evaluator.application.EvaluationObserver;
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

/**
 * Reads the decided slots of partitions from the compacted topic {@code slot-states}, to the end
 * that it has now. Whatever is committed was acknowledged there before, so this is enough.
 */
final class SlotStateLoader {
  private static final Logger LOG = Logger.getLogger(SlotStateLoader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final LogReader<SlotState> reader;
  private final Clock clock;
  private final Duration timeout;

  SlotStateLoader(
      Supplier<Consumer<String, byte[]>> consumers,
      EvaluationObserver observer,
      Clock clock,
      Duration timeout) {
    this.consumers = consumers;
    this.reader = new LogReader<>(EventCodec.SLOT_STATE, state -> state.slotId().value(), observer);
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * The decided slots by partition; a partition without any is absent.
   *
   * @throws IllegalStateException if the end is not reached in time: folding without them could
   *     open a decided slot again
   */
  Map<Integer, Collection<AuctionOutcome>> load(Collection<Integer> partitions) {
    List<TopicPartition> sources =
        partitions.stream()
            .map(partition -> new TopicPartition(Topic.SLOT_STATES.topicName(), partition))
            .toList();
    Map<Integer, Map<SlotId, AuctionOutcome>> decided = new HashMap<>();
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      consumer.assign(sources);
      consumer.seekToBeginning(sources);
      readToEnd(consumer, consumer.endOffsets(sources, timeout), decided);
    }
    Map<Integer, Collection<AuctionOutcome>> result = new HashMap<>();
    decided.forEach((partition, slots) -> result.put(partition, slots.values()));
    return result;
  }

  private void readToEnd(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Map<Integer, Map<SlotId, AuctionOutcome>> decided) {
    Instant deadline = clock.instant().plus(timeout);
    while (!ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), timeout) >= end.getValue())) {
      if (clock.instant().isAfter(deadline)) {
        throw new IllegalStateException(
            "slot-states could not be read to its end within " + timeout + "; is the broker slow?");
      }
      consumer.poll(POLL).forEach(entry -> keep(entry, decided));
    }
    LOG.infof(
        "decided slots loaded partitions=%s slots=%d",
        ends.keySet().stream().map(TopicPartition::partition).sorted().toList(),
        decided.values().stream().mapToInt(Map::size).sum());
  }

  private void keep(
      ConsumerRecord<String, byte[]> entry, Map<Integer, Map<SlotId, AuctionOutcome>> decided) {
    reader
        .read(entry)
        .ifPresent(state -> {
          switch (state) {
            case SlotState.Decided(SlotId slotId, AuctionOutcome outcome) ->
                decided
                    .computeIfAbsent(entry.partition(), partition -> new HashMap<>())
                    .put(slotId, outcome);
          }
        });
  }
}
