package io.quantedge.simulator.traffic;

import io.quantedge.simulator.application.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Sends a request again, later and later, until it is answered, its time is over or the traffic
 * stops. Thread-safe.
 */
final class Asking {
  private final Traffic.Timing timing;
  private final Tally tally;
  private final BooleanSupplier stopping;

  Asking(Traffic.Timing timing, Tally tally, BooleanSupplier stopping) {
    this.timing = timing;
    this.tally = tally;
    this.stopping = stopping;
  }

  /** One request, sent each time it is called. */
  @FunctionalInterface
  interface Request {
    Reply send() throws InterruptedException;
  }

  /**
   * The answer, or the last {@link Reply.TryLater}.
   *
   * @param deadline no request is sent after it, except the first
   */
  Reply ask(Request request, Instant deadline) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      Reply reply = request.send();
      if (!(reply instanceof Reply.TryLater later)) {
        return reply;
      }
      tally.putOff(later.problem());
      Duration pause = timing.backoff().pause(attempt, later.atLeast());
      boolean tooLate = timing.clock().instant().plus(pause).isAfter(deadline);
      if (tooLate || stopping.getAsBoolean()) {
        return reply;
      }
      timing.pause().pause(pause);
    }
  }
}
