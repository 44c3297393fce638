package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.application.incident.IncidentStore.KindAndState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How many incidents there are and how their detection is doing. Thread-safe. */
@ApplicationScoped
public class IncidentFigures {
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong reopened = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private volatile Optional<Map<KindAndState, Long>> counts = Optional.empty();

  void counted(Map<KindAndState, Long> newCounts) {
    counts = Optional.of(Map.copyOf(newCounts));
  }

  void opened() {
    opened.incrementAndGet();
  }

  void reopened() {
    reopened.incrementAndGet();
  }

  /**
   * @return how many failures there were so far
   */
  long failed() {
    return failures.incrementAndGet();
  }

  /** Incidents by the last count; not a number until the store was asked. */
  public double count(KindAndState which) {
    return counts.map(all -> (double) all.getOrDefault(which, 0L)).orElse(Double.NaN);
  }

  /** Incidents that this process opened. */
  public long openedTotal() {
    return opened.get();
  }

  /** Incidents that this process reopened. */
  public long reopenedTotal() {
    return reopened.get();
  }

  /** Steps of the detection that failed; each is tried again. */
  public long failuresTotal() {
    return failures.get();
  }
}
