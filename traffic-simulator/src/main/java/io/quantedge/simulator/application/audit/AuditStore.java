package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.audit.StoreEvidence;
import io.quantedge.simulator.domain.audit.StoredSlot;
import java.util.Optional;

/** The bid store, read from outside. */
public interface AuditStore extends AutoCloseable {
  /** The slot's own item. */
  Optional<StoredSlot> find(SlotId slotId) throws RunFailedException;

  /**
   * Hands over all bids of a slot, one by one.
   *
   * @param shards how many keys they are spread over, at least 1
   */
  void read(SlotId slotId, int shards, StoreEvidence into) throws RunFailedException;

  @Override
  void close();
}
