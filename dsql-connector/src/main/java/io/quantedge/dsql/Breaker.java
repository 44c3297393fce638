package io.quantedge.dsql;

import io.quantedge.dsql.EndpointStatus.State;
import java.time.Duration;
import java.time.Instant;

/**
 * The circuit breaker of one endpoint: a state machine that knows no clock, thread or network. Not
 * thread-safe.
 */
final class Breaker {
  private final DsqlEndpoint endpoint;
  private State state = State.CLOSED;
  private Instant since;
  private int failuresInARow;
  private Instant firstFailedAttemptAt = Instant.MIN;
  private Instant lastFailureAt = Instant.MIN;
  private String cause = "";

  Breaker(DsqlEndpoint endpoint, Instant now) {
    this.endpoint = endpoint;
    this.since = now;
  }

  /**
   * Failures of attempts that ran side by side count once: one cut ends many connections.
   *
   * @return whether the breaker has opened by it
   */
  boolean failed(FailedAttempt attempt, Instant now, int failuresToOpen) {
    cause = attempt.detail();
    if (state != State.CLOSED) {
      lastFailureAt = now;
      become(State.OPEN, now);
      return false;
    }
    if (failuresInARow == 0) {
      firstFailedAttemptAt = attempt.begunAt();
    }
    if (failuresInARow == 0 || !attempt.begunAt().isBefore(lastFailureAt)) {
      failuresInARow++;
    }
    lastFailureAt = now;
    if (!attempt.silent() && failuresInARow < failuresToOpen) {
      return false;
    }
    become(State.OPEN, now);
    return true;
  }

  /** The endpoint served an attempt while it was closed. */
  void served() {
    failuresInARow = 0;
  }

  /** It may be used again. */
  void close(Instant now) {
    failuresInARow = 0;
    become(State.CLOSED, now);
  }

  /**
   * A probe of an endpoint that is not closed succeeded.
   *
   * @return whether it was healthy for long enough, and so is closed now
   */
  boolean probed(Instant now, Duration healthyFor) {
    if (state == State.OPEN) {
      become(State.HALF_OPEN, now);
    }
    if (state == State.HALF_OPEN && !since.plus(healthyFor).isAfter(now)) {
      close(now);
      return true;
    }
    return false;
  }

  State state() {
    return state;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  Instant since() {
    return since;
  }

  Instant firstFailedAttemptAt() {
    return firstFailedAttemptAt;
  }

  Instant lastFailureAt() {
    return lastFailureAt;
  }

  DsqlEndpoint endpoint() {
    return endpoint;
  }

  /** What the last failure said. */
  String cause() {
    return cause;
  }

  private void become(State next, Instant now) {
    if (state != next) {
      state = next;
      since = now;
    }
  }
}
