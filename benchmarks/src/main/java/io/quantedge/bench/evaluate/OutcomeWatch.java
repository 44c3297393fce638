package io.quantedge.bench.evaluate;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for outcomes as settlement does, and notes when each is in its hands. It reads on a thread
 * of its own. Thread-safe.
 */
final class OutcomeWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<SlotId, Seen> seen = new HashMap<>();
  private final AtomicReference<@Nullable String> wrong = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean closing;

  OutcomeWatch(String bootstrapServers) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topic.AUCTION_OUTCOMES.topicName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.thread = Thread.ofPlatform().name("outcome-watch").daemon().start(() -> watch(consumer));
  }

  /** An outcome, and when it was here first. */
  record Seen(AuctionOutcome outcome, Instant at) {
    Duration sinceClosing() {
      return Duration.between(outcome.slot().closesAt(), at);
    }
  }

  /** The outcome of a slot, if it is here. */
  synchronized Optional<Seen> of(SlotId slotId) {
    return Optional.ofNullable(seen.get(slotId));
  }

  synchronized int size() {
    return seen.size();
  }

  /** What cannot be: two outcomes of one slot that differ, or one that nobody can read. */
  Optional<String> wrong() {
    return Optional.ofNullable(wrong.get());
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.join();
  }

  private void watch(KafkaConsumer<String, byte[]> consumer) {
    try (consumer) {
      while (!closing) {
        consumer.poll(POLL).forEach(this::take);
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Instant now = Instant.now();
    try {
      AuctionOutcome outcome = EventCodec.OUTCOME.decode(record.value());
      keep(new Seen(outcome, now));
    } catch (MalformedEventException e) {
      wrong.set("an outcome cannot be read: " + e.getMessage());
    }
  }

  private synchronized void keep(Seen next) {
    Seen first = seen.putIfAbsent(next.outcome.slot().slotId(), next);
    if (first != null && !first.outcome.equals(next.outcome)) {
      wrong.set("slot " + next.outcome.slot().slotId() + " has two outcomes that differ");
    }
  }
}
