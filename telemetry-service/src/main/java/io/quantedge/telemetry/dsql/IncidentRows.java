package io.quantedge.telemetry.dsql;

import io.quantedge.telemetry.application.incident.IncidentStore.KindAndState;
import io.quantedge.telemetry.domain.incident.EventRequest;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEvent;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Rows of {@code incident_events} and of sums over it, as the domain knows them. */
final class IncidentRows {
  static final String COLUMNS =
      "incident_id, version, event_id, event_type, kind, subject, actor, assignee, note,"
          + " occurred_at";

  private IncidentRows() {}

  /** The row of the incident's last event. */
  static Tuple lastEvent(Incident incident) {
    IncidentEvent event = incident.events().getLast();
    EventRequest request = event.request();
    return Tuple.tuple()
        .addUUID(incident.incidentId())
        .addInteger(event.version())
        .addUUID(request.eventId())
        .addString(request.type().name())
        .addString(incident.kind().name())
        .addString(incident.subject())
        .addString(request.actor())
        .addString(request.assignee().orElse(null))
        .addString(request.note().orElse(null))
        .addOffsetDateTime(event.at().atOffset(ZoneOffset.UTC));
  }

  /**
   * @param rows all of one incident, in order of version
   */
  static Optional<Incident> incident(UUID incidentId, RowSet<Row> rows) {
    List<Row> all = list(rows);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Row first = all.getFirst();
    return Optional.of(
        new Incident(
            incidentId,
            IncidentKind.valueOf(first.getString("kind")),
            first.getString("subject"),
            all.stream().map(IncidentRows::event).toList()));
  }

  private static IncidentEvent event(Row row) {
    EventRequest request =
        new EventRequest(
            row.getUUID("event_id"),
            IncidentEventType.valueOf(row.getString("event_type")),
            row.getString("actor"),
            Optional.ofNullable(row.getString("assignee")),
            Optional.ofNullable(row.getString("note")));
    return new IncidentEvent(row.getInteger("version"), request, at(row, "occurred_at"));
  }

  static List<IncidentSummary> summaries(RowSet<Row> rows) {
    return list(rows).stream().map(IncidentRows::summary).toList();
  }

  private static IncidentSummary summary(Row row) {
    return new IncidentSummary(
        row.getUUID("incident_id"),
        IncidentKind.valueOf(row.getString("kind")),
        row.getString("subject"),
        state(row),
        row.getInteger("version"),
        Optional.ofNullable(row.getString("assignee")),
        at(row, "opened_at"),
        at(row, "last_at"));
  }

  /** Rows with a kind, the type of the event that decided, and how many there are of both. */
  static Map<KindAndState, Long> counts(RowSet<Row> rows) {
    Map<KindAndState, Long> counts = new HashMap<>();
    list(rows)
        .forEach(row ->
            counts.merge(
                new KindAndState(IncidentKind.valueOf(row.getString("kind")), state(row)),
                row.getLong("incidents"),
                Long::sum));
    return counts;
  }

  private static IncidentState state(Row row) {
    return IncidentEventType.valueOf(row.getString("decided_by")).decides().orElseThrow();
  }

  private static Instant at(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }
}
