package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;

/**
 * Slots of which one half was read and the other was not: decided and not settled yet, or the other
 * way round. The number is exact for any number of them; the age of the oldest is found among the
 * {@link #MAX_NAMED} that are named. Not thread-safe.
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

  /** Whether all of them are named and none is older than an instant. */
  boolean areYoungerThan(Instant instant) {
    return unnamed == 0
        && closedAtBySlot.values().stream().allMatch(closedAt -> closedAt.isAfter(instant));
  }

  Optional<Instant> oldestClosedAt() {
    return closedAtBySlot.values().stream().min(Comparator.naturalOrder());
  }
}
