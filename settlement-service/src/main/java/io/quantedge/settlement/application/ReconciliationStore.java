package io.quantedge.settlement.application;

import io.smallrye.mutiny.Uni;

/** Where the books are compared. Every failure is a {@link StoreException}. Thread-safe. */
public interface ReconciliationStore {
  /** Reads all of the books, in one snapshot, and writes nothing. */
  Uni<Reconciliation> reconcile();
}
