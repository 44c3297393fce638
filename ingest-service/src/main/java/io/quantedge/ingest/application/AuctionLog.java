package io.quantedge.ingest.application;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** The auction log, as intake needs it: a place to append to. Thread-safe. */
public interface AuctionLog {
  /**
   * Appends one event at once. Never blocks for long and never throws.
   *
   * @return where the event stands, and only after every in-sync replica has it; fails with {@link
   *     io.quantedge.ingest.domain.RefusedException} if it is not known to be durable, and then it
   *     may nevertheless be in the log
   */
  CompletableFuture<LogPosition> send(AuctionEvent event);

  /** {@link #send} when somebody subscribes. */
  default Uni<LogPosition> append(AuctionEvent event) {
    return Uni.createFrom().completionStage(() -> send(event));
  }
}
