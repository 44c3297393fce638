package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.evidence.Truth;
import java.util.Collection;

/** The truth store, read from outside. */
public interface TruthStore {
  /** How many of these slots have their final state. */
  int countFinal(Collection<SlotId> slotIds) throws RunFailedException;

  /** Everything about these slots and advertisers, in one snapshot. */
  Truth read(Collection<SlotId> slotIds, Collection<String> advertisers) throws RunFailedException;
}
