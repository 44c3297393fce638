package io.quantedge.settlement.dsql;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.domain.SlotEvent;
import io.quantedge.settlement.domain.SlotHistory;
import io.quantedge.settlement.domain.SlotRequest;
import io.quantedge.settlement.domain.SlotStage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Reads and appends what happened to slots, within a SQL transaction. Stateless. */
@Singleton
class SlotEventRows {

  /** The history of a slot; that it is a legal one is checked on the way. */
  Uni<Optional<SlotHistory>> history(SqlConnection connection, SlotId slotId) {
    return Sql.rows(
            connection,
            """
            SELECT event_no, event_type, occurred_at, recorded_at, request_id, reason
            FROM slot_events WHERE slot_id = $1 ORDER BY event_no\
            """,
            slotId.value())
        .map(rows ->
            rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new SlotHistory(slotId, rows.stream().map(SlotEventRows::event).toList())));
  }

  /**
   * Appends an event that somebody asked for. Its key is the place in the history, so of two who
   * append to the same history only one can commit; the other reads again and finds it.
   */
  Uni<Integer> append(
      SqlConnection connection, SlotId slotId, SlotEvent event, SlotRequest request) {
    return Sql.write(
        connection,
        """
        INSERT INTO slot_events
          (slot_id, event_no, event_type, occurred_at, recorded_at, request_id, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7)\
        """,
        Sql.tuple(
            slotId.value(),
            event.eventNo(),
            event.stage().name(),
            Sql.time(event.occurredAt()),
            Sql.time(event.recordedAt()),
            request.requestId(),
            request.reason()));
  }

  private static SlotEvent event(Row row) {
    UUID requestId = row.getUUID("request_id");
    return new SlotEvent(
        row.getInteger("event_no"),
        SlotStage.valueOf(row.getString("event_type")),
        Sql.instant(row, "occurred_at"),
        Sql.instant(row, "recorded_at"),
        requestId == null
            ? Optional.empty()
            : Optional.of(new SlotRequest(requestId, row.getString("reason"))));
  }
}
