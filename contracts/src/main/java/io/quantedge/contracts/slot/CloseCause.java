package io.quantedge.contracts.slot;

/** Who asked for a close marker. The first marker counts, whatever its cause. */
public enum CloseCause {
  /** The slot's {@code closesAt} has passed. */
  TIMER,
  /** Somebody asked for it. */
  REQUEST
}
