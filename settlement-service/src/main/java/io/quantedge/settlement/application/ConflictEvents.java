package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.smallrye.mutiny.Uni;

/** Where trouble with the truth store is told. */
public interface ConflictEvents {
  /**
   * Tells it durably. The {@code Uni} completes on acknowledgement and never fails: it tries until
   * it succeeds.
   */
  Uni<Void> emit(ConflictEvent event);
}
