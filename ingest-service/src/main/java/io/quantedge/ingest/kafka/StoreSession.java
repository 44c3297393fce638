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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The store writer's work with one consumer: read, write, commit. Nothing is committed before it is
 * written, and nothing is ever dropped: a round that fails is put off and tried again.
 *
 * <p>Each partition has one round at a time and is not read on until that is written. The others go
 * on: a slot whose keys must wait, because it became hot, holds back its own partition of the log
 * and no other. Used by one thread; it also touches the fold for the rounds.
 */
final class StoreSession implements PartitionRound.Listener {
  private static final Logger log = Logger.getLogger(StoreSession.class);
  private static final Duration IDLE_POLL = Duration.ofMillis(200);

  /** How late an answer of the store may be noticed. */
  private static final Duration BUSY_POLL = Duration.ofMillis(5);

  /**
   * @param maxUnwrittenRecords with so many read and not written, nothing more is read
   */
  record Settings(FullJitter backoff, int maxUnwrittenRecords) {}

  private final Consumer<String, byte[]> consumer;
  private final StoreFold fold;
  private final StoreRound.Stores stores;
  private final StoreMetrics metrics;
  private final Settings settings;
  private final Ownership ownership;
  private final Map<Integer, PartitionRound> rounds = new HashMap<>();
  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();

  StoreSession(
      Consumer<String, byte[]> consumer,
      StoreFold fold,
      StoreRound.Stores stores,
      StoreMetrics metrics,
      Settings settings) {
    this.consumer = consumer;
    this.fold = fold;
    this.stores = stores;
    this.metrics = metrics;
    this.settings = settings;
    this.ownership = new Ownership(consumer, fold, this::lost);
  }

  /** Joins the group. */
  void begin() {
    consumer.subscribe(List.of(Topic.AUCTION_EVENTS.topicName()), ownership);
  }

  /** Reads a little and begins to write it, and sees to what was begun before. */
  void step() {
    ConsumerRecords<String, byte[]> records =
        consumer.poll(rounds.isEmpty() ? IDLE_POLL : BUSY_POLL);
    metrics.lag(lag());
    records.nextOffsets().forEach((place, next) -> begin(place, records, next.offset()));
    runAnswers();
    List.copyOf(rounds.values()).forEach(round -> round.attemptIfDue(answers::add, this));
    runAnswers();
    tell();
    ownership.readOnlyWithout(rounds.keySet(), unwritten() >= settings.maxUnwrittenRecords());
    ownership.commitIfDue();
  }

  /** Whether the store has refused the last write of a partition. */
  boolean isPutOff() {
    return rounds.values().stream().anyMatch(PartitionRound::isPutOff);
  }

  @Override
  public void written(int partition) {
    rounds.remove(partition);
    ownership.written(partition);
  }

  @Override
  public void putOff(int partition) {
    metrics.roundFailed();
  }

  private void begin(TopicPartition place, ConsumerRecords<String, byte[]> records, long next) {
    List<LogRecord> readable = new ArrayList<>();
    long oldestMillis = Long.MAX_VALUE;
    for (ConsumerRecord<String, byte[]> each : records.records(place)) {
      LogDecoder.decode(each).ifPresentOrElse(readable::add, metrics::recordUnreadable);
      oldestMillis = Math.min(oldestMillis, each.timestamp());
    }
    LogBatch batch = new LogBatch(readable, Map.of(place.partition(), next));
    StoreRound round = new StoreRound(fold, answers::add, stores, batch);
    PartitionRound begun =
        new PartitionRound(place.partition(), round, oldestMillis, settings.backoff());
    if (rounds.putIfAbsent(place.partition(), begun) != null) {
      throw new IllegalStateException(
          "partition " + place + " was read while it was being written");
    }
  }

  private void runAnswers() {
    Runnable answer = answers.poll();
    while (answer != null) {
      answer.run();
      answer = answers.poll();
    }
  }

  private void tell() {
    metrics.shards(fold.hotSlots(), fold.maxShards());
    metrics.unwritten(unwritten());
    metrics.unwrittenSince(
        rounds.values().stream()
            .mapToLong(PartitionRound::oldestMillis)
            .reduce(Long.MAX_VALUE, Math::min));
  }

  private int unwritten() {
    return rounds.values().stream().mapToInt(PartitionRound::records).sum();
  }

  private void lost(Set<Integer> partitions) {
    for (int partition : partitions) {
      PartitionRound round = rounds.remove(partition);
      if (round != null) {
        round.abandon();
        log.infof("store round left to the next owner partition=%d", partition);
      }
    }
  }

  private long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }
}
