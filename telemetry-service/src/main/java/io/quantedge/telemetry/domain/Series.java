package io.quantedge.telemetry.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The totals once a second, for rates and charts. It starts when the process has caught up with the
 * topics, so history that is read at start is not taken for traffic of now. Not thread-safe.
 */
public final class Series {
  /** Over how long a rate is measured. */
  static final Duration WINDOW = Duration.ofSeconds(10);

  /** With less than this between two counts, a rate would be noise. */
  static final Duration LEAST_WINDOW = Duration.ofMillis(1_900);

  private final int capacity;
  private final ArrayDeque<Sample> samples = new ArrayDeque<>();

  /**
   * @param capacity how many samples are kept, 12 to 3,600
   */
  public Series(int capacity) {
    if (capacity < 12 || capacity > 3_600) {
      throw new IllegalArgumentException("samples must be 12 to 3,600; it was " + capacity);
    }
    this.capacity = capacity;
  }

  /** More regions than trade anywhere; beyond, they are left out of the samples. */
  static final int MAX_REGIONS = 32;

  /**
   * Cumulative counts at one moment; a chart shows the differences.
   *
   * @param bids received before the close markers, and late
   * @param byRegion received before the close markers, by the bid's region
   */
  public record Sample(
      Instant at,
      long bids,
      long outcomes,
      long settlements,
      long conflicts,
      long failedAttempts,
      long late,
      long duplicates,
      long rejected,
      SortedMap<String, Long> byRegion) {
    static Sample of(Totals totals, Instant at) {
      return new Sample(
          at,
          totals.bids().received() + totals.late(),
          totals.outcomes(),
          totals.settlements(),
          totals.conflicts().conflicts(),
          totals.conflicts().failedAttempts(),
          totals.late(),
          totals.bids().duplicate(),
          totals.bids().rejectedTotal(),
          byRegion(totals));
    }

    private static SortedMap<String, Long> byRegion(Totals totals) {
      TreeMap<String, Long> received = new TreeMap<>();
      totals.bidsByRegion().entrySet().stream()
          .limit(MAX_REGIONS)
          .forEach(entry -> received.put(entry.getKey().name(), entry.getValue().received()));
      return received;
    }
  }

  /**
   * What happened between two samples.
   *
   * @param bids bids reported in that time
   * @param seconds its length; 0 if there are no two samples
   * @param bidsPerSecond one decimal; empty if not known
   */
  public record Window(long bids, double seconds, OptionalDouble bidsPerSecond) {}

  /** A sample that is not after the former one is ignored: the clock was set back. */
  public void add(Totals totals, Instant at) {
    Sample last = samples.peekLast();
    if (last != null && !at.isAfter(last.at())) {
      return;
    }
    samples.addLast(Sample.of(totals, at));
    if (samples.size() > capacity) {
      samples.removeFirst();
    }
  }

  /** Empty before the first one. */
  public Optional<Sample> newest() {
    return Optional.ofNullable(samples.peekLast());
  }

  /** Oldest first. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** From the newest sample back to the first one that is {@link #WINDOW} old, or the oldest. */
  public Window window() {
    Sample newest = samples.peekLast();
    if (newest == null) {
      return new Window(0, 0, OptionalDouble.empty());
    }
    Sample base = base(newest);
    Duration length = Duration.between(base.at(), newest.at());
    long bids = newest.bids() - base.bids();
    if (length.compareTo(LEAST_WINDOW) < 0) {
      return new Window(bids, 0, OptionalDouble.empty());
    }
    double seconds = length.toMillis() / 1_000.0;
    return new Window(bids, seconds, OptionalDouble.of(Math.round(10 * bids / seconds) / 10.0));
  }

  private Sample base(Sample newest) {
    Instant from = newest.at().minus(WINDOW);
    Iterator<Sample> newestFirst = samples.descendingIterator();
    Sample base = newest;
    while (newestFirst.hasNext() && base.at().isAfter(from)) {
      base = newestFirst.next();
    }
    return base;
  }
}
