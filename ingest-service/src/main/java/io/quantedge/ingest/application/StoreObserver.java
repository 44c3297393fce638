package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.StorePlan;

/** Told of what the store writer does. Thread-safe. */
public interface StoreObserver {
  /** All writes of a plan are done. */
  void written(StorePlan plan);

  /** Of the doubtful bids of a plan, so many were the first of their id, so many were not. */
  void doubtfulDone(int written, int skipped);
}
