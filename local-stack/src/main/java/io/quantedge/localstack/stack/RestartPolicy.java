package io.quantedge.localstack.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Bounds how often a part that dies is started again: at most so many times within a sliding
 * window. Not thread-safe.
 */
final class RestartPolicy {
  private final int limit;
  private final Duration window;
  private final String description;
  private final Deque<Instant> restarts = new ArrayDeque<>();

  RestartPolicy(int limit, Duration window) {
    this(limit, window, "it was, %d times in %d s".formatted(limit, window.toSeconds()));
  }

  private RestartPolicy(int limit, Duration window, String description) {
    this.limit = limit;
    this.window = window;
    this.description = description;
  }

  /** Never again, for a reason. */
  static RestartPolicy never(String reason) {
    return new RestartPolicy(0, Duration.ZERO, reason);
  }

  /** Takes one restart at this time if the bound allows it. */
  boolean tryRestart(Instant now) {
    Instant windowStart = now.minus(window);
    while (!restarts.isEmpty() && !restarts.getFirst().isAfter(windowStart)) {
      restarts.removeFirst();
    }
    if (restarts.size() >= limit) {
      return false;
    }
    restarts.addLast(now);
    return true;
  }

  /** Why there is no further restart. */
  @Override
  public String toString() {
    return description;
  }
}
