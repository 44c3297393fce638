package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.audit.SettledSlot;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The truth store, read from outside. */
public interface AuditTruth {
  /** What is settled of these slots; those that are not are absent. */
  Map<SlotId, SettledSlot> find(Collection<SlotId> slotIds) throws RunFailedException;

  /**
   * Slots that are settled, in the order of their ids.
   *
   * @param after the last one of the page before, empty for the first
   * @param limit at most so many
   */
  List<SlotId> page(String after, int limit) throws RunFailedException;
}
