package io.quantedge.ingest.kafka;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which of the records that were read are done, in whatever order they got there, and so what may
 * be committed: everything before the first that is not. Used by one thread.
 */
final class OffsetLedger {
  private final Map<TopicPartition, Deque<Entry>> entries = new HashMap<>();
  private final Map<TopicPartition, Long> committable = new HashMap<>();
  private int open;

  /** One record that was read. */
  static final class Entry {
    private final TopicPartition partition;
    private final long offset;
    private boolean done;
    private boolean dropped;

    private Entry(TopicPartition partition, long offset) {
      this.partition = partition;
      this.offset = offset;
    }
  }

  /** A record was read; within a partition in the order of the offsets. */
  Entry begin(TopicPartition partition, long offset) {
    Entry entry = new Entry(partition, offset);
    entries.computeIfAbsent(partition, each -> new ArrayDeque<>()).addLast(entry);
    open++;
    return entry;
  }

  /** The record needs no more work. Without effect for one whose partition is somebody else's. */
  void done(Entry entry) {
    if (entry.done || entry.dropped) {
      return;
    }
    entry.done = true;
    open--;
    Deque<Entry> ofPartition = entries.getOrDefault(entry.partition, new ArrayDeque<>());
    while (!ofPartition.isEmpty() && ofPartition.peekFirst().done) {
      committable.put(entry.partition, ofPartition.removeFirst().offset + 1);
    }
  }

  /** Whether the record's partition is no longer this reader's. */
  boolean isDropped(Entry entry) {
    return entry.dropped;
  }

  /** How many records are not done. */
  int open() {
    return open;
  }

  /** What may be committed and was not taken before. */
  Map<TopicPartition, OffsetAndMetadata> takeCommittable() {
    Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
    committable.forEach((partition, next) -> taken.put(partition, new OffsetAndMetadata(next)));
    committable.clear();
    return taken;
  }

  /** Takes back what could not be committed, unless there is something newer. */
  void notCommitted(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> committable.merge(partition, offset.offset(), Math::max));
  }

  /** Forgets partitions: whoever has them now reads again what was not committed. */
  void drop(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      committable.remove(partition);
      Deque<Entry> dropped = entries.remove(partition);
      if (dropped != null) {
        dropped.forEach(entry -> {
          entry.dropped = true;
          open -= entry.done ? 0 : 1;
        });
      }
    }
  }
}
