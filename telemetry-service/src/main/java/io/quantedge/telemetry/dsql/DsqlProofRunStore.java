package io.quantedge.telemetry.dsql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.application.proof.ProofRun;
import io.quantedge.telemetry.application.proof.ProofRunStore;
import io.quantedge.telemetry.application.proof.ProofSide;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code proof_runs}, which the settlement service's migrations create. A row is written
 * once, when the run has ended. Thread-safe.
 */
@ApplicationScoped
class DsqlProofRunStore implements ProofRunStore {
  private static final String COLUMNS =
      "run_id, kind, state, parameters, requested_at, started_at, finished_at, sentence, guarded,"
          + " unguarded";

  private static final String INSERT =
      "INSERT INTO proof_runs ("
          + COLUMNS
          + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + """
           FROM proof_runs
          WHERE ($1::varchar IS NULL OR kind = $1)
            AND ($2::timestamptz IS NULL OR (requested_at, run_id) < ($2, $3::uuid))
          ORDER BY requested_at DESC, run_id DESC LIMIT $4
          """;

  private static final String NEWEST =
      "SELECT DISTINCT ON (kind) "
          + COLUMNS
          + " FROM proof_runs ORDER BY kind, requested_at DESC, run_id DESC";

  private final Dsql dsql;

  DsqlProofRunStore(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<Void> insert(ProofRun run) {
    Tuple row =
        Tuple.tuple()
            .addUUID(run.runId())
            .addString(run.kind().name())
            .addString(run.state().name())
            .addString(json(run.parameters()))
            .addOffsetDateTime(utc(Optional.of(run.requestedAt())))
            .addOffsetDateTime(utc(run.times().startedAt()))
            .addOffsetDateTime(utc(run.times().finishedAt()))
            .addString(run.sentence())
            .addString(run.guarded().map(ProofSide::json).orElse(null))
            .addString(run.unguarded().map(ProofSide::json).orElse(null));
    return query(INSERT, row).replaceWithVoid();
  }

  @Override
  public Uni<Optional<ProofRun>> find(UUID runId) {
    return query("SELECT " + COLUMNS + " FROM proof_runs WHERE run_id = $1", Tuple.of(runId))
        .map(rows -> runs(rows).stream().findFirst());
  }

  @Override
  public Uni<List<ProofRun>> list(Query query) {
    Tuple parameters =
        Tuple.tuple()
            .addString(query.kind().map(ProofName::name).orElse(null))
            .addOffsetDateTime(utc(query.after().map(Key::requestedAt)))
            .addUUID(query.after().map(Key::runId).orElse(null))
            .addInteger(query.limit());
    return query(LIST, parameters).map(DsqlProofRunStore::runs);
  }

  @Override
  public Uni<Map<ProofName, ProofRun>> newest() {
    return query(NEWEST, Tuple.tuple())
        .map(rows -> {
          Map<ProofName, ProofRun> newest = new EnumMap<>(ProofName.class);
          runs(rows).forEach(run -> newest.put(run.kind(), run));
          return newest;
        });
  }

  private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
    return dsql.transaction(connection -> connection.preparedQuery(sql).execute(parameters))
        .onFailure()
        .transform(StoreFailures::ofRead);
  }

  private static List<ProofRun> runs(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(DsqlProofRunStore::run).toList();
  }

  private static ProofRun run(Row row) {
    return new ProofRun(
        row.getUUID("run_id"),
        ProofName.valueOf(row.getString("kind")),
        ProofRun.State.valueOf(row.getString("state")),
        parameters(row.getString("parameters")),
        new ProofRun.Times(
            at(row, "requested_at").orElseThrow(), at(row, "started_at"), at(row, "finished_at")),
        row.getString("sentence"),
        side(row.getString("guarded")),
        side(row.getString("unguarded")));
  }

  private static Optional<ProofSide> side(@Nullable String json) {
    if (json == null) {
      return Optional.empty();
    }
    try {
      JsonNode side = Json.mapper().readTree(json);
      return Optional.of(
          new ProofSide(
              side.path("guarded").asBoolean(),
              side.path("holds").asBoolean(),
              side.path("sentence").asText(),
              json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a side of a proof run in the truth store is no JSON", e);
    }
  }

  private static TreeMap<String, Long> parameters(String json) {
    try {
      return Json.mapper().readValue(json, new TypeReference<TreeMap<String, Long>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the parameters of a proof run in the truth store", e);
    }
  }

  private static String json(Map<String, Long> parameters) {
    try {
      return Json.mapper().writeValueAsString(parameters);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers by name are always JSON", e);
    }
  }

  private static Optional<Instant> at(Row row, String column) {
    @Nullable OffsetDateTime at = row.getOffsetDateTime(column);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
  }
}
