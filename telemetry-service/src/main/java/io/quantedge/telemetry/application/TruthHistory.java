package io.quantedge.telemetry.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.telemetry.domain.StoredSlot;
import io.quantedge.telemetry.domain.StoredSums;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the truth store still knows when the topics do not any more. Every method fails if the store
 * cannot be reached or is not ready.
 */
public interface TruthHistory {
  /** Sums over the slots that were settled before an instant, of one snapshot. */
  Uni<StoredSums> sumsBefore(Instant instant);

  /**
   * Slots that were settled at an instant or later, in order of their ids.
   *
   * @param after the last slot of the page before; absent for the first page
   * @param limit of the page; fewer mean that it is the last one
   */
  Uni<List<StoredSlot>> slotsFrom(Instant instant, Optional<SlotId> after, int limit);

  /**
   * Archived conflict events in order of operation, attempt and type.
   *
   * @param after the last event of the page before; absent for the first page
   * @param limit of the page; fewer mean that it is the last one
   */
  Uni<List<ConflictEvent>> conflictEvents(Optional<ConflictEvent> after, int limit);
}
