package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.incident.IncidentStore;
import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code incident_events}, which the settlement service's migrations create. Its key
 * {@code (incident_id, version)} is what keeps a history from forking: of two attempts that read
 * the same history, both want the same row. The role may append and read, and nothing else.
 * Thread-safe.
 */
@ApplicationScoped
class DsqlIncidentStore implements IncidentStore {
  private static final String HISTORY =
      "SELECT "
          + IncidentRows.COLUMNS
          + " FROM incident_events WHERE incident_id = $1 ORDER BY version";

  private static final String ID_TAKEN_ELSEWHERE =
      "SELECT 1 FROM incident_events WHERE event_id = $1 AND incident_id <> $2";

  private static final String INSERT =
      "INSERT INTO incident_events ("
          + IncidentRows.COLUMNS
          + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

  /** One row for each incident: the events that say where it stands as of $1, or now. */
  private static final String HEADS =
      """
      WITH known AS (
        SELECT * FROM incident_events WHERE $1::timestamptz IS NULL OR occurred_at <= $1),
      heads AS (
        SELECT incident_id, max(version) AS version, min(occurred_at) AS opened_at,
               max(occurred_at) AS last_at,
               max(version) FILTER (WHERE event_type IN (%s)) AS decided_at,
               max(version) FILTER (WHERE event_type = 'ASSIGNED') AS assigned_at
        FROM known GROUP BY incident_id)
      """
          .formatted(types(type -> type.decides().isPresent()));

  private static final String DECIDED =
      """
      FROM heads h
      JOIN known d ON d.incident_id = h.incident_id AND d.version = h.decided_at
      """;

  private static final String PAGE =
      HEADS
          + """
          SELECT h.incident_id, d.kind, d.subject, d.event_type AS decided_by, h.version,
                 a.assignee, h.opened_at, h.last_at
          """
          + DECIDED
          + """
          LEFT JOIN known a ON a.incident_id = h.incident_id AND a.version = h.assigned_at
          WHERE ($2::timestamptz IS NULL OR (h.opened_at, h.incident_id) < ($2, $3::uuid))
            AND d.event_type IN (%s)
          ORDER BY h.opened_at DESC, h.incident_id DESC LIMIT $4
          """;

  private static final String COUNTS =
      HEADS
          + "SELECT d.kind, d.event_type AS decided_by, count(*) AS incidents "
          + DECIDED
          + " GROUP BY 1, 2";

  private final Dsql dsql;

  DsqlIncidentStore(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<Verdict> append(UUID incidentId, Judge judge) {
    return dsql.transaction(connection ->
            history(connection, incidentId)
                .chain(current -> write(connection, incidentId, judge.on(current))))
        .onFailure()
        .transform(StoreFailures::ofWrite);
  }

  private static Uni<Optional<Incident>> history(SqlConnection connection, UUID incidentId) {
    return connection
        .preparedQuery(HISTORY)
        .execute(Tuple.of(incidentId))
        .map(rows -> IncidentRows.incident(incidentId, rows));
  }

  private static Uni<Verdict> write(SqlConnection connection, UUID incidentId, Verdict verdict) {
    if (!(verdict instanceof Verdict.Granted(Incident incident))) {
      return Uni.createFrom().item(verdict);
    }
    UUID eventId = incident.events().getLast().request().eventId();
    return connection
        .preparedQuery(ID_TAKEN_ELSEWHERE)
        .execute(Tuple.of(eventId, incidentId))
        .chain(others ->
            others.size() > 0
                ? Uni.createFrom().item(new Verdict.IdTaken())
                : connection
                    .preparedQuery(INSERT)
                    .execute(IncidentRows.lastEvent(incident))
                    .replaceWith(verdict));
  }

  @Override
  public Uni<Optional<Incident>> find(UUID incidentId) {
    return dsql.transaction(connection -> history(connection, incidentId))
        .onFailure()
        .transform(StoreFailures::ofRead);
  }

  @Override
  public Uni<Listing> list(Query query) {
    return dsql.transaction(connection ->
            page(connection, query)
                .map(IncidentRows::summaries)
                .chain(page ->
                    counts(connection, query.asOf())
                        .map(counts -> new Listing(page, byState(counts)))))
        .onFailure()
        .transform(StoreFailures::ofRead);
  }

  @Override
  public Uni<Map<KindAndState, Long>> count() {
    return dsql.transaction(connection -> counts(connection, Optional.empty()))
        .onFailure()
        .transform(StoreFailures::ofRead);
  }

  private static Uni<RowSet<Row>> page(SqlConnection connection, Query query) {
    String deciding =
        types(type ->
            type.decides()
                .filter(state -> query.state().isEmpty() || query.state().get() == state)
                .isPresent());
    Tuple parameters =
        Tuple.tuple()
            .addOffsetDateTime(utc(query.asOf()))
            .addOffsetDateTime(utc(query.after().map(Key::openedAt)))
            .addUUID(query.after().map(Key::incidentId).orElse(null))
            .addInteger(query.limit());
    return connection.preparedQuery(PAGE.formatted(deciding)).execute(parameters);
  }

  private static Uni<Map<KindAndState, Long>> counts(
      SqlConnection connection, Optional<Instant> asOf) {
    return connection
        .preparedQuery(COUNTS)
        .execute(Tuple.tuple().addOffsetDateTime(utc(asOf)))
        .map(IncidentRows::counts);
  }

  private static Map<IncidentState, Long> byState(Map<KindAndState, Long> counts) {
    Map<IncidentState, Long> sums = new EnumMap<>(IncidentState.class);
    Arrays.stream(IncidentState.values()).forEach(state -> sums.put(state, 0L));
    counts.forEach((which, count) -> sums.merge(which.state(), count, Long::sum));
    return sums;
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private static String types(Predicate<IncidentEventType> which) {
    return Arrays.stream(IncidentEventType.values())
        .filter(which)
        .map(type -> "'" + type + "'")
        .collect(Collectors.joining(", "));
  }
}
