package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.SimulationRun;
import io.quantedge.telemetry.application.SimulationRunStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code simulation_runs}, which the settlement service's migrations create. */
@ApplicationScoped
class DsqlSimulationRunStore implements SimulationRunStore {
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private static final String COLUMNS =
      "run_id, command, seed, started_at, finished_at, bids_sent, bids_acknowledged, slots,"
          + " all_hold, report";

  private final Dsql dsql;

  DsqlSimulationRunStore(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<Boolean> insert(SimulationRun run) {
    Tuple row =
        Tuple.tuple()
            .addUUID(run.runId())
            .addString(run.command())
            .addLong(run.seed())
            .addOffsetDateTime(run.startedAt().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(run.finishedAt().atOffset(ZoneOffset.UTC))
            .addLong(run.bidsSent())
            .addLong(run.bidsAcknowledged())
            .addInteger(run.slots())
            .addBoolean(run.allHold())
            .addString(run.report());
    return query(
            "INSERT INTO simulation_runs ("
                + COLUMNS
                + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
            row)
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Uni<Optional<SimulationRun>> find(UUID runId) {
    return query("SELECT " + COLUMNS + " FROM simulation_runs WHERE run_id = $1", Tuple.of(runId))
        .map(rows -> runs(rows).stream().findFirst());
  }

  @Override
  public Uni<List<SimulationRun>> newest(int limit) {
    return query(
            "SELECT " + COLUMNS + " FROM simulation_runs ORDER BY started_at DESC, run_id LIMIT $1",
            Tuple.of(limit))
        .map(DsqlSimulationRunStore::runs);
  }

  private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
    return dsql.transaction(connection -> connection.preparedQuery(sql).execute(parameters))
        .ifNoItem()
        .after(ANSWER_TIMEOUT)
        .fail()
        .onFailure()
        .transform(StoreUnavailable::new);
  }

  private static List<SimulationRun> runs(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(DsqlSimulationRunStore::run)
        .toList();
  }

  private static SimulationRun run(Row row) {
    return new SimulationRun(
        row.getUUID("run_id"),
        row.getString("command"),
        row.getLong("seed"),
        row.getOffsetDateTime("started_at").toInstant(),
        row.getOffsetDateTime("finished_at").toInstant(),
        row.getLong("bids_sent"),
        row.getLong("bids_acknowledged"),
        row.getInteger("slots"),
        row.getBoolean("all_hold"),
        row.getString("report"));
  }
}
