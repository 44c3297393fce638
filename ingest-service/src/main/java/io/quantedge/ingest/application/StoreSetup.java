package io.quantedge.ingest.application;

import io.smallrye.mutiny.Uni;

/** Makes the bid store fit for use before the first write. */
public interface StoreSetup {
  /** Completes when the store is there; fails if it is not and cannot be made. Repeatable. */
  Uni<Void> ensureReady();
}
