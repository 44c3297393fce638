package io.quantedge.telemetry.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.telemetry.application.TruthBooks;
import io.quantedge.telemetry.domain.TruthReading.Books;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the books in one SQL transaction that writes nothing: it sees one snapshot and conflicts
 * with nobody. Only sums travel. Thread-safe.
 */
@ApplicationScoped
class DsqlTruthBooks implements TruthBooks {
  private static final String LEDGER =
      """
      SELECT currency, count(*) AS entries, count(DISTINCT posting_id) AS postings,
             sum(amount) AS total
      FROM financial_ledger GROUP BY currency\
      """;

  private static final String BALANCES =
      """
      SELECT count(*) AS balances, count(*) FILTER (WHERE balance <> entries) AS unequal
      FROM (SELECT b.account_id, b.balance, coalesce(sum(l.amount), 0) AS entries
            FROM account_balances b
            LEFT JOIN financial_ledger l
              ON l.account_id = b.account_id AND l.currency = b.currency
            GROUP BY b.account_id, b.balance) AS compared\
      """;

  private static final String EVENTS =
      """
      SELECT event_type, count(*) AS slots FROM slot_events
      WHERE event_type IN ('VOIDED', 'DISPUTED') GROUP BY event_type\
      """;

  private final Dsql dsql;

  DsqlTruthBooks(Dsql dsql) {
    this.dsql = dsql;
  }

  @Override
  public Uni<Books> read(Instant at) {
    return dsql.transaction(connection ->
        query(connection, LEDGER)
            .flatMap(ledger ->
                query(connection, BALANCES)
                    .flatMap(balances ->
                        query(connection, EVENTS)
                            .map(events -> books(at, ledger, balances, events)))));
  }

  private static Uni<RowSet<Row>> query(SqlConnection connection, String sql) {
    return connection.query(sql).execute();
  }

  private static Books books(
      Instant at, RowSet<Row> ledger, RowSet<Row> balances, RowSet<Row> events) {
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    long entries = 0;
    long postings = 0;
    for (Row row : ledger) {
      sums.put(row.getString("currency"), row.getBigDecimal("total"));
      entries += row.getLong("entries");
      postings += row.getLong("postings");
    }
    Row balance = balances.iterator().next();
    Map<String, Long> byType = new HashMap<>();
    events.forEach(row -> byType.put(row.getString("event_type"), row.getLong("slots")));
    return new Books(
        at,
        sums,
        entries,
        postings,
        balance.getLong("balances"),
        balance.getLong("unequal"),
        byType.getOrDefault("VOIDED", 0L),
        byType.getOrDefault("DISPUTED", 0L));
  }
}
