package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.application.SimulationRunStore.StoreUnavailable;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where events of incidents are kept, append-only. Every method fails with {@link StoreUnavailable}
 * if the store cannot be reached. Thread-safe.
 */
public interface IncidentStore {
  /**
   * One attempt, in one SQL transaction: reads the history, has it judged, and appends the event if
   * it is granted. Two attempts that read the same history cannot both commit.
   *
   * @return fails with {@link WrittenMeanwhile} if somebody else was faster, or if nobody knows
   *     whether the event is written: read and judge again
   */
  Uni<Verdict> append(UUID incidentId, Judge judge);

  Uni<Optional<Incident>> find(UUID incidentId);

  /** Of one moment: a page of incidents and how many there are in each state. */
  Uni<Listing> list(Query query);

  /** How many incidents there are. */
  Uni<Map<KindAndState, Long>> count();

  /** Decides on the history as it is. It may be asked several times. */
  interface Judge {
    Verdict on(Optional<Incident> current);
  }

  /** Where a list goes on: it is ordered by the time of opening, newest first, then by id. */
  record Key(Instant openedAt, UUID incidentId) {}

  /**
   * @param asOf only what had happened by then; everything if it is empty
   * @param after the last one that was shown
   */
  record Query(
      Optional<IncidentState> state, Optional<Instant> asOf, Optional<Key> after, int limit) {}

  /**
   * @param incidents at most as many as asked for
   * @param counts of all incidents, whatever state was asked for
   */
  record Listing(List<IncidentSummary> incidents, Map<IncidentState, Long> counts) {}

  /** A label of a metric. */
  record KindAndState(IncidentKind kind, IncidentState state) {}

  /** The history went on between reading and writing, or may have: begin again. */
  final class WrittenMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrittenMeanwhile(Throwable cause) {
      super(cause);
    }
  }
}
