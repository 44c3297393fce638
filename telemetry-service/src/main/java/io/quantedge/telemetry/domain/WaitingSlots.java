package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;

/**
 * Decided slots that have no settlement yet. The number is exact for any number of them; the age of
 * the oldest is found among the {@link #MAX_NAMED} that are named. Not thread-safe.
 */
final class WaitingSlots {
  static final int MAX_NAMED = 50_000;

  private final HashMap<SlotId, Instant> closedAtBySlot = new HashMap<>();
  private long unnamed;

  void decided(SlotId slotId, Instant closedAt) {
    if (closedAtBySlot.size() < MAX_NAMED) {
      closedAtBySlot.put(slotId, closedAt);
    } else {
      unnamed++;
    }
  }

  /** The slot was decided before, and now it is settled. */
  void settled(SlotId slotId) {
    if (closedAtBySlot.remove(slotId) == null && unnamed > 0) {
      unnamed--;
    }
  }

  long count() {
    return closedAtBySlot.size() + unnamed;
  }

  Optional<Instant> oldestClosedAt() {
    return closedAtBySlot.values().stream().min(Comparator.naturalOrder());
  }
}
