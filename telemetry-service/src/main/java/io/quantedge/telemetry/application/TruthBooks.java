package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.TruthReading.Books;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The books of the truth store, added up where they are. */
public interface TruthBooks {
  /**
   * Reads sums over the whole ledger: not for a hot path.
   *
   * @param at when the question is asked
   * @return the sums of one snapshot; a failure if the store cannot be reached or is not ready
   */
  Uni<Books> read(Instant at);
}
