package io.quantedge.ingest.dynamodb;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Items that were asked for together: answered once, when none of them is under way any more.
 * Thread-safe.
 */
final class WriteOrder {
  private final AtomicInteger left;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final UniEmitter<? super Void> emitter;
  private volatile boolean abandoned;

  WriteOrder(int items, UniEmitter<? super Void> emitter) {
    this.left = new AtomicInteger(items);
    this.emitter = emitter;
  }

  /** Whether what has not been sent yet need not be sent any more. */
  boolean isPointless() {
    return abandoned || failure.get() != null;
  }

  /** Nobody waits for the answer any more. */
  void abandon() {
    abandoned = true;
  }

  /** The first cause is the one that is told. */
  void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
  }

  /** One of the items is written, failed or dropped. */
  void oneDone() {
    if (left.decrementAndGet() > 0) {
      return;
    }
    Throwable cause = failure.get();
    if (cause == null) {
      emitter.complete(null);
    } else {
      emitter.fail(cause);
    }
  }
}
