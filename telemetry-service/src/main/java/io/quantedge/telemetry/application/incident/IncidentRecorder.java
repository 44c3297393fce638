package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.Signal;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Records what the detector finds, so that one signal that cannot be recorded does not keep the
 * others out, and tells about it. Thread-safe.
 */
@ApplicationScoped
class IncidentRecorder {
  private static final Logger log = Logger.getLogger(IncidentRecorder.class);

  private final Incidents incidents;
  private final IncidentStore store;
  private final IncidentFigures figures;

  IncidentRecorder(Incidents incidents, IncidentStore store, IncidentFigures figures) {
    this.incidents = incidents;
    this.store = store;
    this.figures = figures;
  }

  /** One after the other; never fails. */
  Uni<Void> raise(List<Signal> signals) {
    return Multi.createFrom()
        .iterable(signals)
        .onItem()
        .transformToUniAndConcatenate(this::raise)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /**
   * Never fails.
   *
   * @return whether the incident is on record now
   */
  Uni<Boolean> raise(Signal signal) {
    return incidents
        .raise(signal)
        .map(verdict -> {
          tell(verdict);
          return true;
        })
        .onFailure()
        .recoverWithItem(failure -> {
          failed("record of " + signal.kind(), failure);
          return false;
        });
  }

  /** Counts the incidents for those who watch; never fails. */
  Uni<Void> count() {
    return store
        .count()
        .invoke(figures::counted)
        .onFailure()
        .invoke(failure -> failed("count of incidents", failure))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(Uni.createFrom().voidItem());
  }

  private void tell(Verdict verdict) {
    if (verdict instanceof Verdict.Granted(Incident incident)) {
      boolean isNew = incident.events().getLast().type() == IncidentEventType.OPENED;
      if (isNew) {
        figures.opened();
      } else {
        figures.reopened();
      }
      log.warnf(
          "incident %s incidentId=%s kind=%s subject=%s",
          isNew ? "opened" : "reopened",
          incident.incidentId(),
          incident.kind(),
          incident.subject());
    }
  }

  /** The 1st, 2nd, 4th, 8th, … failure: a store that is away must not flood the log. */
  void failed(String what, Throwable failure) {
    long count = figures.failed();
    if (Long.bitCount(count) == 1) {
      log.warnf(
          "incident detection goes on after a failure step=%s failuresSoFar=%d reason=%s",
          what, count, failure.getMessage());
    }
  }
}
