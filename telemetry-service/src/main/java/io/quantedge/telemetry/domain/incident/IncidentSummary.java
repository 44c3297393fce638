package io.quantedge.telemetry.domain.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident in a list, without what happened to it.
 *
 * @param version how many events there are
 */
public record IncidentSummary(
    UUID incidentId,
    IncidentKind kind,
    String subject,
    IncidentState state,
    int version,
    Optional<String> assignee,
    Instant openedAt,
    Instant lastAt) {

  /** What the fold says of an incident. */
  public static IncidentSummary of(Incident incident) {
    return new IncidentSummary(
        incident.incidentId(),
        incident.kind(),
        incident.subject(),
        incident.state(),
        incident.version(),
        incident.assignee(),
        incident.openedAt(),
        incident.lastAt());
  }

  public String title() {
    return kind.title(subject);
  }

  /** What may happen next. */
  public List<IncidentEventType> allowed() {
    return Incident.allowed(state, version);
  }
}
