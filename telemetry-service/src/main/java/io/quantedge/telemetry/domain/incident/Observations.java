package io.quantedge.telemetry.domain.incident;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The last observations, so that the rules can compare now with a while ago. Bounded: what is older
 * than the longest comparison goes, and so does what is more than {@value #MAX_KEPT}. Not
 * thread-safe.
 */
public final class Observations {
  static final int MAX_KEPT = 64;

  private final Duration longest;
  private final Deque<Observation> kept = new ArrayDeque<>();

  /**
   * @param longest the longest duration that is asked for
   */
  public Observations(Duration longest) {
    this.longest = longest;
  }

  /** One that is not after the former is ignored: the clock was set back. */
  public void add(Observation observation) {
    Observation last = kept.peekLast();
    if (last != null && !observation.at().isAfter(last.at())) {
      return;
    }
    kept.addLast(observation);
    while (kept.size() > MAX_KEPT || secondIsOldEnough(observation)) {
      kept.removeFirst();
    }
  }

  /** Forgets all of them: what comes next cannot be compared with what was. */
  public void clear() {
    kept.clear();
  }

  private boolean secondIsOldEnough(Observation newest) {
    return kept.stream()
        .skip(1)
        .findFirst()
        .filter(second -> isOld(second, newest, longest))
        .isPresent();
  }

  private static boolean isOld(Observation one, Observation newest, Duration age) {
    return !one.at().isAfter(newest.at().minus(age));
  }

  public Optional<Observation> newest() {
    return Optional.ofNullable(kept.peekLast());
  }

  /** The newest one that is at least so much older than the newest of all. */
  public Optional<Observation> ago(Duration age) {
    return newest()
        .flatMap(
            newest -> kept.reversed().stream().filter(one -> isOld(one, newest, age)).findFirst());
  }
}
