package io.quantedge.telemetry.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where conflict events are kept for good. */
public interface ConflictArchive {
  /**
   * Adds events; those that are there already stay as they are.
   *
   * @return how many events can never be stored, because the store refuses their content; a failure
   *     if the store could not be reached or is not ready, with none, some or all of them added
   */
  Uni<Integer> append(List<ConflictEvent> events);
}
