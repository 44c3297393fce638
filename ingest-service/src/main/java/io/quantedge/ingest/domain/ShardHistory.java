package io.quantedge.ingest.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Over how many keys of the store a slot's bids are spread, as a function of a bid's offset: so a
 * bid that is written again after a crash goes where it was put before. The count only grows, by
 * powers of two. Immutable.
 *
 * @param steps by offset, the first one from offset 0
 */
public record ShardHistory(List<Step> steps) {
  /** Every slot begins with one key. */
  public static final ShardHistory ONE = new ShardHistory(List.of(new Step(0, 1)));

  /**
   * From this offset on, bids are spread over so many keys.
   *
   * @param fromOffset 0 or more
   * @param shards a power of two
   */
  public record Step(long fromOffset, int shards) {
    public Step {
      if (fromOffset < 0 || Integer.bitCount(shards) != 1) {
        throw new IllegalArgumentException(
            "a step needs an offset of 0 or more and a power of two; it was "
                + shards
                + " from "
                + fromOffset);
      }
    }
  }

  public ShardHistory {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.getFirst().fromOffset() != 0) {
      throw new IllegalArgumentException("a shard history begins at offset 0; it was " + steps);
    }
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step step = steps.get(i);
      if (step.fromOffset() <= before.fromOffset() || step.shards() <= before.shards()) {
        throw new IllegalArgumentException("a shard history only grows; it was " + steps);
      }
    }
  }

  /** Over how many keys bids at this offset are spread. */
  public int shardsAt(long offset) {
    int shards = steps.getFirst().shards();
    for (Step step : steps) {
      if (step.fromOffset() <= offset) {
        shards = step.shards();
      }
    }
    return shards;
  }

  /** The largest count: whoever reads asks so many keys. */
  public int latest() {
    return steps.getLast().shards();
  }

  /** Every count that ever held, ascending. */
  public SortedSet<Integer> counts() {
    SortedSet<Integer> counts = new TreeSet<>();
    steps.forEach(step -> counts.add(step.shards()));
    return counts;
  }

  /**
   * The same with one more step.
   *
   * @throws IllegalArgumentException if the step does not grow it
   */
  public ShardHistory grown(long fromOffset, int shards) {
    List<Step> grown = new ArrayList<>(steps);
    grown.add(new Step(fromOffset, shards));
    return new ShardHistory(grown);
  }
}
