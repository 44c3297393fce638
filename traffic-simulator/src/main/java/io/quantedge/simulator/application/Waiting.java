package io.quantedge.simulator.application;

import io.quantedge.simulator.RunFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits for a count to reach its goal, as long as it moves. */
final class Waiting {
  private final Clock clock;
  private final Pause pause;
  private final Settings settings;

  Waiting(Clock clock, Pause pause, Settings settings) {
    this.clock = clock;
    this.pause = pause;
    this.settings = settings;
  }

  /** A look at how far something is. */
  @FunctionalInterface
  interface Look {
    long count() throws RunFailedException, InterruptedException;
  }

  /**
   * Looks again and again until the count is reached.
   *
   * @param notBefore patience begins to run out only then
   * @return false if the count did not grow for as long as patience lasts
   */
  boolean until(long goal, Instant notBefore, Look look, Progress progress)
      throws RunFailedException, InterruptedException {
    long best = -1;
    Instant deadline = notBefore.plus(settings.patience());
    while (true) {
      long count = look.count();
      progress.reach(count);
      if (count >= goal) {
        return true;
      }
      Instant now = clock.instant();
      if (count > best) {
        best = count;
        deadline = later(deadline, now.plus(settings.patience()));
      }
      if (now.isAfter(deadline)) {
        return false;
      }
      pause.pause(settings.pollEvery());
    }
  }

  /** Looks again until something is so, at most for the given time. */
  boolean until(Duration atMost, Condition condition)
      throws RunFailedException, InterruptedException {
    Instant deadline = clock.instant().plus(atMost);
    while (!condition.isMet()) {
      if (clock.instant().isAfter(deadline)) {
        return false;
      }
      pause.pause(settings.pollEvery());
    }
    return true;
  }

  /** A look at whether something is so. */
  @FunctionalInterface
  interface Condition {
    boolean isMet() throws RunFailedException, InterruptedException;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
