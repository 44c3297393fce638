package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Uni;

/** The decided slots of the truth store. */
public interface StoredSlots {
  /**
   * A bounded number of those whose id begins with a text; fails if the store does not answer.
   *
   * @param prefix not empty, in the case of the ids
   */
  Uni<FoundSlots> startingWith(String prefix);
}
