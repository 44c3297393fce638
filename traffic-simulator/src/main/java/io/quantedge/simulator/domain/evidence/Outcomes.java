package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The outcomes that were announced for each slot, equal ones once: an outcome sent twice is no
 * fault, two different ones are. Filled by one thread, then only read.
 */
public final class Outcomes {
  private final Map<SlotId, LinkedHashSet<AuctionOutcome>> bySlot = new HashMap<>();

  public void add(AuctionOutcome outcome) {
    bySlot.computeIfAbsent(outcome.slot().slotId(), id -> new LinkedHashSet<>()).add(outcome);
  }

  /** The different outcomes of a slot, in the order in which they were announced. */
  public List<AuctionOutcome> of(SlotId slotId) {
    return bySlot.containsKey(slotId) ? List.copyOf(bySlot.get(slotId)) : List.of();
  }
}
