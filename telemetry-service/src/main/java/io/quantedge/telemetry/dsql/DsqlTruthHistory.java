package io.quantedge.telemetry.dsql;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.TruthHistory;
import io.quantedge.telemetry.domain.MoneySums;
import io.quantedge.telemetry.domain.StoredSlot;
import io.quantedge.telemetry.domain.StoredSums;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Reads decided slots and archived conflict events, in pages by their primary keys, so that a page
 * costs the same wherever it begins. Thread-safe.
 */
@ApplicationScoped
class DsqlTruthHistory implements TruthHistory {
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private static final String SLOTS =
      """
      SELECT a.slot_id, a.state, a.name, a.closed_at, a.committed_at, b.region AS best_region,
             b.account_id AS best_account, b.clearing_price AS best_price, a.currency,
             s.settlement_id, s.buyer_id, s.publisher_id, s.bid_id, s.region, s.candidate_rank,
             s.winning_bid, s.price, s.fee, s.net
      FROM ad_slots a
      LEFT JOIN settlements s ON s.slot_id = a.slot_id
      LEFT JOIN ad_bids b ON b.slot_id = a.slot_id AND b.candidate_rank = 1
      WHERE a.slot_id > $1 AND a.committed_at >= $2
      ORDER BY a.slot_id LIMIT $3\
      """;

  private static final String STATES_BEFORE =
      "SELECT state, count(*) AS slots FROM ad_slots WHERE committed_at < $1 GROUP BY state";

  private static final String MONEY_BEFORE =
      """
      SELECT s.currency, count(*) AS settlements, sum(s.price) AS price, sum(s.fee) AS fee,
             sum(s.net) AS net
      FROM settlements s JOIN ad_slots a ON a.slot_id = s.slot_id
      WHERE a.committed_at < $1 GROUP BY s.currency\
      """;

  private static final String WINS_BEFORE =
      """
      SELECT b.region, count(*) AS wins
      FROM ad_bids b JOIN ad_slots a ON a.slot_id = b.slot_id
      WHERE b.candidate_rank = 1 AND a.committed_at < $1 GROUP BY b.region\
      """;

  private static final String EVENTS =
      """
      SELECT operation_id, attempt, type, slot_ids, worker, region, cause, sql_state, code,
             finding, backoff_millis, occurred_at
      FROM conflict_events
      WHERE (operation_id, attempt, type) > ($1, $2, $3)
      ORDER BY operation_id, attempt, type LIMIT $4\
      """;

  private final Dsql dsql;

  DsqlTruthHistory(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<List<StoredSlot>> slotsFrom(Instant instant, Optional<SlotId> after, int limit) {
    Tuple parameters = Tuple.of(after.map(SlotId::value).orElse(""), time(instant), limit);
    return answered(dsql.transaction(connection -> query(connection, SLOTS, parameters)))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(StoredRows::slot).toList());
  }

  @Override
  public Uni<List<ConflictEvent>> conflictEvents(Optional<ConflictEvent> after, int limit) {
    Tuple parameters =
        Tuple.of(
            after.map(ConflictEvent::operationId).orElse(StoredRows.NO_OPERATION),
            after.map(ConflictEvent::attempt).orElse(0),
            after.map(StoredRows::type).orElse(""),
            limit);
    return answered(dsql.transaction(connection -> query(connection, EVENTS, parameters)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(StoredRows::conflict).toList());
  }

  @Override
  public Uni<StoredSums> sumsBefore(Instant instant) {
    Tuple before = Tuple.of(time(instant));
    return answered(
        dsql.transaction(connection ->
            query(connection, STATES_BEFORE, before)
                .flatMap(states ->
                    query(connection, MONEY_BEFORE, before)
                        .flatMap(money ->
                            query(connection, WINS_BEFORE, before)
                                .map(wins -> sums(instant, states, money, wins))))));
  }

  private static StoredSums sums(
      Instant before, RowSet<Row> states, RowSet<Row> money, RowSet<Row> wins) {
    Map<String, Long> byState = new HashMap<>();
    states.forEach(row -> byState.put(row.getString("state"), row.getLong("slots")));
    TreeMap<String, MoneySums> byCurrency = new TreeMap<>();
    money.forEach(row ->
        byCurrency.put(
            row.getString("currency"),
            new MoneySums(
                row.getLong("settlements"),
                row.getBigDecimal("price"),
                row.getBigDecimal("fee"),
                row.getBigDecimal("net"))));
    TreeMap<String, Long> byRegion = new TreeMap<>();
    wins.forEach(row -> byRegion.put(row.getString("region"), row.getLong("wins")));
    return new StoredSums(
        before,
        byState.getOrDefault("SETTLED", 0L),
        byState.getOrDefault("REJECTED", 0L),
        byState.getOrDefault("UNSOLD", 0L),
        byCurrency,
        byRegion);
  }

  private static Uni<RowSet<Row>> query(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters);
  }

  private static <T> Uni<T> answered(Uni<T> answer) {
    return answer.ifNoItem().after(ANSWER_TIMEOUT).fail();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
