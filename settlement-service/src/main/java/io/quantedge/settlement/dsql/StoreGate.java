package io.quantedge.settlement.dsql;

import jakarta.inject.Singleton;

/**
 * Closed until the schema is known to be in place: work on a store without tables would look like
 * poison and not like a store that is not ready. Thread-safe.
 */
@Singleton
public class StoreGate {
  private volatile boolean open;

  void open() {
    open = true;
  }

  /** Whether the store may be used. */
  public boolean isOpen() {
    return open;
  }
}
