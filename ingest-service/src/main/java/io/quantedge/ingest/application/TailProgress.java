package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.LogPosition;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How far this node has read the log, for whoever must not answer before it has seen a record.
 * Thread-safe.
 */
public final class TailProgress {
  private final Map<Integer, Long> nextOffsets = new HashMap<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private volatile boolean caughtUp;

  private record Waiter(LogPosition position, UniEmitter<? super Void> emitter) {}

  /** Completes when the record at {@code position} was read; bound it with a timeout. */
  public Uni<Void> reached(LogPosition position) {
    return Uni.createFrom().emitter(emitter -> await(new Waiter(position, emitter)));
  }

  /** Whether all that stood in the log when this node started was read. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** Says that all that stood in the log when this node started was read. */
  public void catchUpDone() {
    caughtUp = true;
  }

  /** Says that everything before these offsets was read and applied. */
  public void advance(Map<Integer, Long> offsets) {
    List<Waiter> done = new ArrayList<>();
    synchronized (this) {
      nextOffsets.putAll(offsets);
      for (Iterator<Waiter> all = waiters.iterator(); all.hasNext(); ) {
        Waiter waiter = all.next();
        if (isReached(waiter.position())) {
          all.remove();
          done.add(waiter);
        }
      }
    }
    done.forEach(waiter -> waiter.emitter().complete(null));
  }

  private void await(Waiter waiter) {
    synchronized (this) {
      if (!isReached(waiter.position())) {
        waiters.add(waiter);
        waiter.emitter().onTermination(() -> drop(waiter));
        return;
      }
    }
    waiter.emitter().complete(null);
  }

  private synchronized void drop(Waiter waiter) {
    waiters.remove(waiter);
  }

  private boolean isReached(LogPosition position) {
    return nextOffsets.getOrDefault(position.partition(), 0L) > position.offset();
  }
}
