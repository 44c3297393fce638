package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.check.StoreAudit;

/** The bid store, read from outside. */
public interface BidStore extends AutoCloseable {
  /** Hands all bids of a slot to the audit, one by one. */
  void read(SlotId slotId, StoreAudit into) throws RunFailedException;

  @Override
  void close();
}
