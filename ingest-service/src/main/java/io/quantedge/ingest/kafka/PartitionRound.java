package io.quantedge.ingest.kafka;

import io.quantedge.ingest.application.StoreRound;
import io.quantedge.ingest.domain.FullJitter;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One partition's records on their way into the store: attempted until they are written. Used by
 * the session's thread only; answers of the store come back to it through the executor.
 */
final class PartitionRound {
  private static final Logger log = Logger.getLogger(PartitionRound.class);

  /** Told how an attempt ended. */
  interface Listener {
    void written(int partition);

    void putOff(int partition);
  }

  private final int partition;
  private final StoreRound round;
  private final long oldestMillis;
  private final FullJitter backoff;
  private int failedAttempts;
  private long nextAttemptNanos = System.nanoTime();
  private @Nullable Cancellable underWay;

  /**
   * @param oldestMillis when the oldest of the records was appended, in milliseconds since 1970
   */
  PartitionRound(int partition, StoreRound round, long oldestMillis, FullJitter backoff) {
    this.partition = partition;
    this.round = round;
    this.oldestMillis = oldestMillis;
    this.backoff = backoff;
  }

  int records() {
    return round.records();
  }

  long oldestMillis() {
    return oldestMillis;
  }

  boolean isPutOff() {
    return failedAttempts > 0;
  }

  /** Begins an attempt unless one is under way or the last one failed just now. */
  void attemptIfDue(Executor executor, Listener listener) {
    if (underWay == null && System.nanoTime() - nextAttemptNanos >= 0) {
      underWay =
          round
              .attempt()
              .emitOn(executor)
              .subscribe()
              .with(done -> listener.written(partition), cause -> putOff(cause, listener));
    }
  }

  /** Lets go of what is not sent yet; whoever owns the partition now writes it. */
  void abandon() {
    if (underWay != null) {
      underWay.cancel();
    }
  }

  private void putOff(Throwable cause, Listener listener) {
    Duration wait = backoff.delay(failedAttempts++);
    nextAttemptNanos = System.nanoTime() + wait.toNanos();
    underWay = null;
    log.warnf(
        "store round put off partition=%d attempts=%d waitMs=%d cause=%s",
        partition, failedAttempts, wait.toMillis(), summary(cause));
    listener.putOff(partition);
  }

  private static String summary(Throwable cause) {
    return String.join(" | ", String.valueOf(cause).lines().limit(2).map(String::strip).toList());
  }
}
