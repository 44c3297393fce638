package io.quantedge.ingest.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.ingest.domain.StoreFold;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Which partitions this store writer has, and what it commits for them. A commit that fails costs
 * only work: whoever reads next folds a little more of the log again. Used by the consumer's thread
 * only.
 */
final class Ownership implements ConsumerRebalanceListener {
  private static final Logger log = Logger.getLogger(Ownership.class);
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(250);
  private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(5);

  /** Told which partitions are no longer this writer's. */
  @FunctionalInterface
  interface LostListener {
    void lost(Set<Integer> partitions);
  }

  private final Consumer<String, byte[]> consumer;
  private final StoreFold fold;
  private final LostListener onLost;
  private boolean paused;
  private boolean uncommitted;
  private long nextCommitNanos = System.nanoTime();

  Ownership(Consumer<String, byte[]> consumer, StoreFold fold, LostListener onLost) {
    this.consumer = consumer;
    this.fold = fold;
    this.onLost = onLost;
  }

  /** Keeps the membership without reading on. */
  void pause() {
    paused = true;
    consumer.pause(consumer.assignment());
  }

  /** All that was read is written: read on, and commit soon. */
  void written() {
    uncommitted = true;
    if (paused) {
      paused = false;
      consumer.resume(consumer.assignment());
    }
  }

  void commitIfDue() {
    if (uncommitted && !paused && System.nanoTime() - nextCommitNanos >= 0) {
      commit();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer
        .committed(new HashSet<>(partitions))
        .forEach((partition, committed) ->
            fold.assign(partition.partition(), CommitNote.read(committed)));
    if (paused) {
      consumer.pause(partitions);
    }
    log.infof("store writer took over partitions=%s", numbers(partitions));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (uncommitted && !paused) {
      commit();
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    Set<Integer> numbers = numbers(partitions);
    numbers.forEach(fold::revoke);
    onLost.lost(numbers);
    log.infof("store writer gave up partitions=%s", numbers);
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    fold.progress()
        .forEach((partition, progress) ->
            offsets.put(
                new TopicPartition(Topic.AUCTION_EVENTS.topicName(), partition),
                CommitNote.of(progress)));
    nextCommitNanos = System.nanoTime() + COMMIT_INTERVAL.toNanos();
    try {
      consumer.commitSync(offsets, COMMIT_TIMEOUT);
      uncommitted = false;
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      log.warnf("store writer commit failed, repeated with the next one cause=%s", e.toString());
    }
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }
}
