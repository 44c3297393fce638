package io.quantedge.ingest.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.LogBatch;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.metrics.StoreMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The store writer's work with one consumer: read, write, commit. Nothing is committed before it is
 * written, and nothing is ever dropped: a round that fails is put off and tried again, while the
 * partitions pause and the membership is kept alive. Used by one thread.
 */
final class StoreSession {
  private static final Logger log = Logger.getLogger(StoreSession.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final StoreFold fold;
  private final StoreRound.Stores stores;
  private final StoreMetrics metrics;
  private final FullJitter backoff;
  private final Ownership ownership;
  private @Nullable StoreRound round;
  private int failedAttempts;
  private long nextAttemptNanos;

  StoreSession(
      Consumer<String, byte[]> consumer,
      StoreFold fold,
      StoreRound.Stores stores,
      StoreMetrics metrics,
      FullJitter backoff) {
    this.consumer = consumer;
    this.fold = fold;
    this.stores = stores;
    this.metrics = metrics;
    this.backoff = backoff;
    this.ownership = new Ownership(consumer, fold, this::lost);
  }

  /** Joins the group. */
  void begin() {
    consumer.subscribe(List.of(Topic.AUCTION_EVENTS.topicName()), ownership);
  }

  /** Reads a little and writes it, or tries again what could not be written. */
  void step() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    metrics.lag(lag());
    if (round == null && !records.nextOffsets().isEmpty()) {
      round = newRound(records);
    }
    if (round != null && System.nanoTime() - nextAttemptNanos >= 0) {
      attempt(round);
    }
    ownership.commitIfDue();
  }

  /** Whether the store has refused the last write. */
  boolean isPutOff() {
    return failedAttempts > 0;
  }

  private StoreRound newRound(ConsumerRecords<String, byte[]> records) {
    List<LogRecord> readable = new ArrayList<>();
    long oldestMillis = Long.MAX_VALUE;
    for (ConsumerRecord<String, byte[]> each : records) {
      LogDecoder.decode(each).ifPresentOrElse(readable::add, metrics::recordUnreadable);
      oldestMillis = Math.min(oldestMillis, each.timestamp());
    }
    Map<Integer, Long> nextOffsets = new HashMap<>();
    records
        .nextOffsets()
        .forEach((partition, next) -> nextOffsets.put(partition.partition(), next.offset()));
    metrics.unwrittenSince(oldestMillis);
    nextAttemptNanos = System.nanoTime();
    return new StoreRound(fold, stores, new LogBatch(readable, nextOffsets));
  }

  private void attempt(StoreRound current) {
    try {
      // Every call to the store has a timeout, so this ends.
      current.attempt().await().indefinitely();
    } catch (RuntimeException e) {
      putOff(e);
      return;
    }
    round = null;
    failedAttempts = 0;
    metrics.nothingUnwritten();
    ownership.written();
  }

  private void putOff(RuntimeException cause) {
    Duration wait = backoff.delay(failedAttempts++);
    nextAttemptNanos = System.nanoTime() + wait.toNanos();
    metrics.roundFailed();
    ownership.pause();
    log.warnf(
        "store round put off attempts=%d waitMs=%d cause=%s",
        failedAttempts, wait.toMillis(), summary(cause));
  }

  private static String summary(RuntimeException cause) {
    return String.join(" | ", String.valueOf(cause).lines().limit(2).map(String::strip).toList());
  }

  private void lost(Set<Integer> partitions) {
    if (round != null) {
      round.drop(partitions);
    }
  }

  private long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }
}
