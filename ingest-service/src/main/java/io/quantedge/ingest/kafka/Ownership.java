package io.quantedge.ingest.kafka;

import io.quantedge.contracts.kafka.Topic;
import io.quantedge.ingest.domain.StoreFold;
import io.quantedge.ingest.domain.StoreFold.Progress;
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
  private final Map<Integer, Progress> written = new HashMap<>();
  private long nextCommitNanos = System.nanoTime();

  Ownership(Consumer<String, byte[]> consumer, StoreFold fold, LostListener onLost) {
    this.consumer = consumer;
    this.fold = fold;
    this.onLost = onLost;
  }

  /** Keeps the membership and reads on, except for these partitions, or for all. */
  void readOnlyWithout(Set<Integer> busy, boolean none) {
    Set<TopicPartition> resting = new HashSet<>();
    Set<TopicPartition> read = new HashSet<>();
    for (TopicPartition each : consumer.assignment()) {
      (none || busy.contains(each.partition()) ? resting : read).add(each);
    }
    consumer.pause(resting);
    consumer.resume(read);
  }

  /** All that was read of a partition is written: commit it soon. */
  void written(int partition) {
    Progress progress = fold.progress().get(partition);
    if (progress != null) {
      written.put(partition, progress);
    }
  }

  void commitIfDue() {
    if (!written.isEmpty() && System.nanoTime() - nextCommitNanos >= 0) {
      commit();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer
        .committed(new HashSet<>(partitions))
        .forEach((partition, committed) ->
            fold.assign(partition.partition(), CommitNote.read(committed)));
    log.infof("store writer took over partitions=%s", numbers(partitions));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (!written.isEmpty()) {
      commit();
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    Set<Integer> numbers = numbers(partitions);
    numbers.forEach(fold::revoke);
    written.keySet().removeAll(numbers);
    onLost.lost(numbers);
    log.infof("store writer gave up partitions=%s", numbers);
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    written.forEach((partition, progress) ->
        offsets.put(
            new TopicPartition(Topic.AUCTION_EVENTS.topicName(), partition),
            CommitNote.of(progress)));
    nextCommitNanos = System.nanoTime() + COMMIT_INTERVAL.toNanos();
    try {
      consumer.commitSync(offsets, COMMIT_TIMEOUT);
      written.clear();
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      log.warnf("store writer commit failed, repeated with the next one cause=%s", e.toString());
    }
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }
}
