package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import java.util.Set;

/**
 * Which instance evaluates a slot. Implementations are thread-safe and may block for a bounded
 * time, so no event loop may call them.
 */
public interface SlotOwners {
  Owner ownerOf(SlotId slotId);

  /**
   * All other instances that own partitions now.
   *
   * @throws UnknownOwnersException if some partition has no known owner
   */
  Set<PeerAddress> others() throws UnknownOwnersException;

  /** Who evaluates a slot. */
  sealed interface Owner {
    /** This instance does. */
    record Here() implements Owner {}

    /** Another one does, and answers there. */
    record Elsewhere(PeerAddress address) implements Owner {}

    /**
     * Nobody is known to, at the moment.
     *
     * @param cause for people
     */
    record Unknown(String cause) implements Owner {}
  }

  /** Not all partitions have an owner whose address is known; it passes. */
  final class UnknownOwnersException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnknownOwnersException(String cause) {
      super(cause, null, false, false);
    }
  }
}
