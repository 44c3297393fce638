package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.FoundSlots;
import io.quantedge.telemetry.application.StoredSlots;
import io.quantedge.telemetry.config.GatewayConfig;
import io.quantedge.telemetry.domain.SlotState;
import io.quantedge.telemetry.domain.SlotSummary;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The table {@code ad_slots}, read along its primary key: the beginning of an id is a range of it,
 * any other part of an id would be a scan.
 */
@ApplicationScoped
class DsqlStoredSlots implements StoredSlots {
  private static final int LONGEST_ID = 64;

  private static final String SELECT =
      """
      SELECT a.slot_id, a.name, a.state, a.bids_received, a.closed_at, a.closes_at, a.committed_at,
        s.buyer_id, s.price, s.currency
      FROM ad_slots a LEFT JOIN settlements s ON s.slot_id = a.slot_id
      WHERE a.slot_id >= $1 AND a.slot_id <= $2
      ORDER BY a.slot_id
      LIMIT $3
      """;

  private final Dsql dsql;
  private final GatewayConfig limits;

  DsqlStoredSlots(Dsql dsql, GatewayConfig limits) {
    this.dsql = dsql;
    this.limits = limits;
  }

  @Override
  public Uni<FoundSlots> startingWith(String prefix) {
    // No character of an id sorts behind z.
    String last = prefix + "z".repeat(Math.max(0, LONGEST_ID - prefix.length()));
    Tuple parameters = Tuple.of(prefix, last, limits.maxStoredSlots() + 1);
    return dsql.transaction(connection -> connection.preparedQuery(SELECT).execute(parameters))
        .ifNoItem()
        .after(Duration.ofMillis(limits.timeoutMillis()))
        .fail()
        .map(this::found);
  }

  private FoundSlots found(RowSet<Row> rows) {
    List<SlotSummary> slots =
        StreamSupport.stream(rows.spliterator(), false)
            .limit(limits.maxStoredSlots())
            .map(DsqlStoredSlots::slot)
            .toList();
    return new FoundSlots(slots, rows.size() <= limits.maxStoredSlots());
  }

  private static SlotSummary slot(Row row) {
    Instant closedAt = row.getOffsetDateTime("closed_at").toInstant();
    return new SlotSummary(
        row.getString("slot_id"),
        row.getString("name"),
        SlotState.valueOf(row.getString("state")),
        row.getLong("bids_received"),
        row.getString("buyer_id"),
        Optional.<BigDecimal>ofNullable(row.getBigDecimal("price"))
            .map(price -> price.setScale(4, RoundingMode.UNNECESSARY).toPlainString())
            .orElse(null),
        row.getString("currency"),
        closedAt,
        row.getOffsetDateTime("closes_at").toInstant(),
        row.getOffsetDateTime("committed_at").toInstant());
  }
}
