package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Which slots get the most bids at the moment. It counts by sample, and begins with the first one,
 * so what is read at start is not taken for traffic of now. Its memory is one small map for each of
 * {@link #WINDOWS} samples, together bounded by the slots that moved in that time and by {@link
 * #MAX_SLOTS} for each. Not thread-safe.
 */
final class HotSlots {
  /** Samples are made once a second, so this is the length of the window in seconds. */
  static final int WINDOWS = 10;

  static final int MAX_SLOTS = 10_000;

  /** The bids of each slot since an instant. */
  private record Bucket(Instant since, HashMap<SlotId, Long> bids) {}

  private final ArrayDeque<Bucket> buckets = new ArrayDeque<>();
  private final HashMap<SlotId, Long> inWindow = new HashMap<>();

  /**
   * What happened in the window.
   *
   * @param seconds its length; 0 if it is too short for a rate
   * @param bids in it, of all slots
   */
  record Window(double seconds, long bids, List<Rate> hottest) {}

  record Rate(SlotId slotId, double bidsPerSecond) {}

  void add(SlotId slotId, long bids) {
    Bucket current = buckets.peekLast();
    boolean isCounted = inWindow.containsKey(slotId) || inWindow.size() < MAX_SLOTS;
    if (current == null || bids <= 0 || !isCounted) {
      return;
    }
    current.bids().merge(slotId, bids, Long::sum);
    inWindow.merge(slotId, bids, Long::sum);
  }

  /** Begins the next second. */
  void sample(Instant at) {
    Bucket current = buckets.peekLast();
    if (current != null && !at.isAfter(current.since())) {
      return;
    }
    buckets.addLast(new Bucket(at, new HashMap<>()));
    if (buckets.size() > WINDOWS) {
      buckets
          .removeFirst()
          .bids()
          .forEach((slotId, bids) ->
              inWindow.computeIfPresent(
                  slotId, (_, sum) -> sum.longValue() == bids.longValue() ? null : sum - bids));
    }
  }

  /**
   * @param max how many slots it names
   */
  Window window(int max, Instant now) {
    double seconds = seconds(now);
    if (seconds == 0) {
      return new Window(0, 0, List.of());
    }
    List<Rate> hottest =
        inWindow.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<SlotId, Long>>comparingLong(entry -> -entry.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(max)
            .map(entry ->
                new Rate(entry.getKey(), Math.round(10 * entry.getValue() / seconds) / 10.0))
            .toList();
    return new Window(seconds, bids(), hottest);
  }

  /**
   * The share of bids that would find the row of their slot taken, if each bid's commit took so
   * long and all commits of a slot wrote one row: bids of a slot that come at random overlap with
   * probability {@code 1 − e^(−rate·commit)}, weighed by the slots' shares of the bids.
   *
   * @return 0 to 1; 0 if no bid came in the window
   */
  double overlapping(Duration commit, Instant now) {
    double seconds = seconds(now);
    long all = bids();
    if (seconds == 0 || all == 0) {
      return 0;
    }
    double commitSeconds = commit.toNanos() / 1e9;
    return inWindow.values().stream()
        .mapToDouble(bids -> bids * -Math.expm1(-bids / seconds * commitSeconds))
        .map(overlapping -> overlapping / all)
        .sum();
  }

  private long bids() {
    return inWindow.values().stream().mapToLong(Long::longValue).sum();
  }

  private double seconds(Instant now) {
    Iterator<Bucket> oldestFirst = buckets.iterator();
    if (!oldestFirst.hasNext()) {
      return 0;
    }
    Duration length = Duration.between(oldestFirst.next().since(), now);
    return length.compareTo(Series.LEAST_WINDOW) < 0 ? 0 : length.toMillis() / 1_000.0;
  }
}
