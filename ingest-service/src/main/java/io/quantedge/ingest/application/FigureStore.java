package io.quantedge.ingest.application;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.TrafficStats;
import io.smallrye.mutiny.Uni;

/**
 * What evaluation says of each slot, kept beside its bids. Only newer figures replace older ones,
 * so every operation can be repeated, in any order. Thread-safe.
 */
public interface FigureStore {
  /** Keeps a slot's counts unless newer ones are there. */
  Uni<Void> keep(TrafficStats stats);

  /**
   * Keeps a slot's outcome.
   *
   * @param offset where it stands in its topic
   */
  Uni<Void> keep(AuctionOutcome outcome, long offset);
}
