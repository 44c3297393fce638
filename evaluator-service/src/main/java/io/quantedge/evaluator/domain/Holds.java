package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * From which offset of the log each slot needs it again if this evaluator dies now. The least of
 * them is how far a partition may be committed. Not thread-safe.
 */
final class Holds {
  private final Map<SlotId, Hold> bySlot = new HashMap<>();
  private final TreeSet<Hold> byOffset =
      new TreeSet<>(
          Comparator.comparingLong(Hold::from).thenComparing(hold -> hold.slotId().value()));

  private record Hold(long from, SlotId slotId) {}

  /** The slot needs the log from this offset on, and nothing before it any more. */
  void hold(SlotId slotId, long from) {
    release(slotId);
    Hold hold = new Hold(from, slotId);
    bySlot.put(slotId, hold);
    byOffset.add(hold);
  }

  /** The slot needs nothing of what was read so far. */
  void release(SlotId slotId) {
    Hold hold = bySlot.remove(slotId);
    if (hold != null) {
      byOffset.remove(hold);
    }
  }

  boolean has(SlotId slotId) {
    return bySlot.containsKey(slotId);
  }

  long leastOr(long otherwise) {
    return byOffset.isEmpty() ? otherwise : byOffset.first().from();
  }

  /** Slots that need the log from before this offset, the neediest first. */
  List<SlotId> below(long offset, Predicate<SlotId> wanted, int limit) {
    return byOffset.stream()
        .takeWhile(hold -> hold.from() < offset)
        .map(Hold::slotId)
        .filter(wanted)
        .limit(limit)
        .toList();
  }
}
