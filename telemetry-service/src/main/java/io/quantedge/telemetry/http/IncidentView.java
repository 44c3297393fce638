package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quantedge.telemetry.application.incident.IncidentStore;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEvent;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.quantedge.telemetry.http.QueryInputs.TimeKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param version how many events there are
 * @param allowed what may happen next
 * @param events everything that happened, oldest first; absent in lists
 */
record IncidentView(
    UUID incidentId,
    IncidentKind kind,
    String subject,
    String title,
    IncidentState state,
    int version,
    @Nullable String assignee,
    Instant openedAt,
    Instant lastAt,
    List<IncidentEventType> allowed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Event> events) {

  static IncidentView of(Incident incident) {
    return of(IncidentSummary.of(incident), incident.events().stream().map(Event::of).toList());
  }

  private static IncidentView of(IncidentSummary incident, @Nullable List<Event> events) {
    return new IncidentView(
        incident.incidentId(),
        incident.kind(),
        incident.subject(),
        incident.title(),
        incident.state(),
        incident.version(),
        incident.assignee().orElse(null),
        incident.openedAt(),
        incident.lastAt(),
        incident.allowed(),
        events);
  }

  /** Something that happened to it. */
  record Event(
      UUID eventId,
      int version,
      IncidentEventType type,
      String actor,
      @Nullable String note,
      @Nullable String assignee,
      Instant at) {
    static Event of(IncidentEvent event) {
      return new Event(
          event.request().eventId(),
          event.version(),
          event.type(),
          event.request().actor(),
          event.request().note().orElse(null),
          event.request().assignee().orElse(null),
          event.at());
    }
  }

  /**
   * A page of them, newest opening first.
   *
   * @param next handed back as {@code after} to go on; null if there is no more
   * @param counts of all incidents by state
   */
  record Page(
      List<IncidentView> incidents, @Nullable String next, Map<IncidentState, Long> counts) {
    static final String LIST = "incidents";

    /**
     * @param listing with one incident more than the page shows, if there is one
     */
    static Page of(IncidentStore.Listing listing, int limit) {
      List<IncidentSummary> shown = listing.incidents().stream().limit(limit).toList();
      boolean goesOn = listing.incidents().size() > limit;
      return new Page(
          shown.stream().map(one -> IncidentView.of(one, null)).toList(),
          goesOn ? cursor(shown.getLast()) : null,
          listing.counts());
    }

    private static String cursor(IncidentSummary last) {
      return QueryInputs.cursor(LIST, new TimeKey(last.openedAt(), last.incidentId()));
    }
  }
}
