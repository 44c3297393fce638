package io.quantedge.ingest.application;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many appends wait for the log. When the log slows down, requests beyond the bound are
 * refused at once instead of piling up until memory or everybody's patience ends. Thread-safe.
 */
public final class BoundedLog implements AuctionLog {
  private final AuctionLog log;
  private final int maxInFlight;
  private final AtomicInteger inFlight = new AtomicInteger();

  /**
   * @param maxInFlight above zero
   */
  public BoundedLog(AuctionLog log, int maxInFlight) {
    this.log = log;
    this.maxInFlight = maxInFlight;
  }

  @Override
  public CompletableFuture<LogPosition> send(AuctionEvent event) {
    if (inFlight.incrementAndGet() > maxInFlight) {
      inFlight.decrementAndGet();
      return CompletableFuture.failedFuture(
          new RefusedException(
              new Refusal.Overloaded("requests waiting for the log", maxInFlight)));
    }
    CompletableFuture<LogPosition> sent = log.send(event);
    // Not what this makes of it: a dependent stage would wrap the reason of a failure.
    var unused = sent.whenComplete((position, failure) -> inFlight.decrementAndGet());
    return sent;
  }

  /** How many appends wait for their acknowledgement. */
  public int inFlight() {
    return inFlight.get();
  }

  /**
   * Whether one more append would be taken now; for those who can wait instead of being refused.
   */
  public boolean hasRoom() {
    return inFlight.get() < maxInFlight;
  }
}
