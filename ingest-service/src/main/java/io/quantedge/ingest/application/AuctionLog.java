package io.quantedge.ingest.application;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.smallrye.mutiny.Uni;

/** The auction log, as intake needs it: a place to append to. Thread-safe. */
public interface AuctionLog {
  /**
   * Appends one event. Never blocks for long.
   *
   * @return where the event stands, and only after every in-sync replica has it; fails with {@link
   *     io.quantedge.ingest.domain.RefusedException} if it is not known to be durable, and then it
   *     may nevertheless be in the log
   */
  Uni<LogPosition> append(AuctionEvent event);
}
