package io.quantedge.telemetry.domain.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that happened to an incident.
 *
 * @param version its place in the incident's history, 1 or more, without gaps
 * @param at when, in whole microseconds as the truth store keeps it; never before the event before
 */
public record IncidentEvent(int version, EventRequest request, Instant at) {
  public IncidentEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  public IncidentEventType type() {
    return request.type();
  }
}
