package io.quantedge.simulator.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/**
 * Asks again until there is an answer or patience ends: a service that was killed comes back, and
 * every request is idempotent. Thread-safe.
 */
public final class Persistence {
  private final Clock clock;
  private final Pause pause;
  private final Backoff backoff;
  private final Duration patience;
  private final LongAdder repeats = new LongAdder();

  /**
   * @param patience how long one request is repeated
   */
  public Persistence(Clock clock, Pause pause, Backoff backoff, Duration patience) {
    this.clock = clock;
    this.pause = pause;
    this.backoff = backoff;
    this.patience = patience;
  }

  /** One request, sent each time it is called. */
  @FunctionalInterface
  interface Request {
    Reply send() throws InterruptedException;
  }

  /** The first answer, or the last {@link Reply.TryLater} when patience has ended. */
  Reply ask(Request request) throws InterruptedException {
    Instant deadline = clock.instant().plus(patience);
    for (int attempt = 0; ; attempt++) {
      Reply reply = request.send();
      if (!(reply instanceof Reply.TryLater later) || !clock.instant().isBefore(deadline)) {
        return reply;
      }
      repeats.increment();
      pause.pause(backoff.pause(attempt, later.atLeast()));
    }
  }

  /** How many requests were sent again so far. */
  long repeats() {
    return repeats.sum();
  }
}
