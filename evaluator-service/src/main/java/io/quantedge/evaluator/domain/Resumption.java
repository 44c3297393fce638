package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.SlotState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From where a partition is folded again, and which open slots need not be folded from their
 * opening.
 */
record Resumption(long startOffset, Map<SlotState.Open, BidRows> open) {
  /**
   * @param accountsKept of how many accounts the best bid must be known
   * @throws IllegalStateException if a slot needs a part of the log that is gone
   */
  static Resumption of(SavedSlots saved, LogRange log, int accountsKept) {
    Map<SlotState.Open, BidRows> open = new LinkedHashMap<>();
    long start = log.committed();
    for (SlotState.Open head : saved.open()) {
      Optional<BidRows> rows = saved.rowsOf(head).filter(whole -> head.accounts() == accountsKept);
      rows.ifPresent(whole -> open.put(head, whole));
      long needed = rows.isPresent() ? head.nextOffset() : head.openOffset();
      requireStillThere(head.slotId(), needed, log);
      start = Math.min(start, needed);
    }
    return new Resumption(start, open);
  }

  private static void requireStillThere(SlotId slotId, long needed, LogRange log) {
    if (needed < log.begin()) {
      throw new IllegalStateException(
          "slot "
              + slotId
              + " is open and can only be evaluated from offset "
              + needed
              + " on, but its log begins at "
              + log.begin()
              + "; keep the log longer than auctions last, and restore it from a copy if there is"
              + " one");
    }
  }
}
