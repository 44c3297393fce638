package io.quantedge.settlement.metrics;

import io.quantedge.contracts.usage.UsageReport.Count;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this run of the process has used of the truth store so far, for reports that others add up.
 * Counters of Prometheus would do for one process, but they are read by whoever scrapes, and a
 * total of the exchange must not depend on that. Thread-safe; adding takes no lock.
 */
@Singleton
public class Usage {
  private final Map<Count, LongAdder> counts =
      Map.of(
          Count.TRUTH_ATTEMPTS, new LongAdder(),
          Count.TRUTH_FAILED_ATTEMPTS, new LongAdder(),
          Count.TRUTH_COMMITS, new LongAdder(),
          Count.TRUTH_ROWS, new LongAdder(),
          Count.TRUTH_COMMIT_MICROS, new LongAdder(),
          Count.TRUTH_SETTLEMENTS, new LongAdder());

  /**
   * @param count one of those that this service counts
   * @param amount zero or more, in the unit that the count's name says
   */
  public void add(Count count, long amount) {
    Objects.requireNonNull(counts.get(count), () -> "not counted here: " + count).add(amount);
  }

  /** All counts as they stand; those of work under way may differ by that work. */
  public SortedMap<Count, Long> counts() {
    SortedMap<Count, Long> sums = new TreeMap<>();
    counts.forEach((count, adder) -> sums.put(count, adder.sum()));
    return sums;
  }
}
