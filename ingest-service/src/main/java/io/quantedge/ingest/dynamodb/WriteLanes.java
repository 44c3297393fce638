package io.quantedge.ingest.dynamodb;

import io.quantedge.ingest.domain.WritePacer;
import io.quantedge.ingest.metrics.StoreMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The items that wait to be sent, by partition key, and which of the keys may be written now. A key
 * is either ready or asleep until a known instant, so no look is wasted on one that has to wait.
 * Guarded by its {@link BatchWriter}.
 */
final class WriteLanes {
  private final WritePacer pacer;
  private final StoreMetrics metrics;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Deque<Lane> ready = new ArrayDeque<>();
  private final PriorityQueue<Sleep> asleep =
      new PriorityQueue<>(Comparator.comparingLong(Sleep::untilNanos));

  /** The items of one key. */
  private static final class Lane {
    final String partitionKey;
    final Deque<PendingWrite> writes = new ArrayDeque<>();
    long notBeforeNanos;

    Lane(String partitionKey) {
      this.partitionKey = partitionKey;
    }
  }

  private record Sleep(long untilNanos, Lane lane) {}

  WriteLanes(WritePacer pacer, StoreMetrics metrics) {
    this.pacer = pacer;
    this.metrics = metrics;
  }

  /** Adds an item behind those of its key. */
  void add(PendingWrite write) {
    lane(write).writes.addLast(write);
  }

  /** Puts an item that the store did not take before those of its key, to wait for a while. */
  void addAgain(PendingWrite write, long notBeforeNanos) {
    Lane lane = lane(write);
    lane.writes.addFirst(write);
    lane.notBeforeNanos = Math.max(lane.notBeforeNanos, notBeforeNanos);
  }

  /** When the first of the keys that have to wait may be written; the largest value if none has. */
  long nextReadyNanos() {
    Sleep first = asleep.peek();
    return first == null ? Long.MAX_VALUE : first.untilNanos();
  }

  /**
   * Takes out what may be sent now.
   *
   * @param dropped gets the order of each item that is passed over because it became pointless
   */
  List<PendingWrite> next(int maxItems, long nowNanos, List<WriteOrder> dropped) {
    wakeUp(nowNanos);
    List<PendingWrite> batch = new ArrayList<>();
    Set<ItemKey> keys = new HashSet<>();
    List<Lane> forTheNext = new ArrayList<>();
    while (batch.size() < maxItems && !ready.isEmpty()) {
      Lane lane = ready.removeFirst();
      dropPointless(lane, dropped);
      PendingWrite first = lane.writes.peekFirst();
      if (first == null) {
        lanes.remove(lane.partitionKey);
      } else if (keys.contains(first.key())) {
        // One batch must not name an item twice.
        forTheNext.add(lane);
      } else if (mayBeWritten(lane, nowNanos)) {
        batch.add(lane.writes.removeFirst());
        keys.add(first.key());
        ready.addLast(lane);
      }
    }
    forTheNext.forEach(ready::addLast);
    return batch;
  }

  private Lane lane(PendingWrite write) {
    return lanes.computeIfAbsent(
        write.key().partitionKey(),
        partitionKey -> {
          Lane lane = new Lane(partitionKey);
          ready.addLast(lane);
          return lane;
        });
  }

  private void wakeUp(long nowNanos) {
    while (nextReadyNanos() <= nowNanos) {
      ready.addLast(asleep.remove().lane());
    }
  }

  private static void dropPointless(Lane lane, List<WriteOrder> dropped) {
    PendingWrite first = lane.writes.peekFirst();
    while (first != null && first.order().isPointless()) {
      dropped.add(lane.writes.removeFirst().order());
      first = lane.writes.peekFirst();
    }
  }

  /** Takes one write of the key's share, or puts the key to sleep until it may have one. */
  private boolean mayBeWritten(Lane lane, long nowNanos) {
    if (lane.notBeforeNanos > nowNanos) {
      asleep.add(new Sleep(lane.notBeforeNanos, lane));
      return false;
    }
    long waitNanos = pacer.tryTake(lane.partitionKey, nowNanos);
    if (waitNanos > 0) {
      metrics.pacedWait();
      asleep.add(new Sleep(nowNanos + waitNanos, lane));
      return false;
    }
    return true;
  }
}
