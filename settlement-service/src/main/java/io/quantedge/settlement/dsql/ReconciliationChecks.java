package io.quantedge.settlement.dsql;

import io.quantedge.settlement.application.Reconciliation.Check;
import io.quantedge.settlement.application.Reconciliation.Promise;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * The promises of the books as questions to the store. Each is a table of what was compared: a
 * column {@code example} that says what was found, one {@code ok}, and one {@code weight} with the
 * number of rows that stand behind it.
 *
 * @param compared the table
 */
record ReconciliationChecks(Promise promise, String compared) {
  private static final int MAX_EXAMPLES = 5;

  static final List<ReconciliationChecks> ALL =
      List.of(
          new ReconciliationChecks(
              Promise.LEDGER_SUMS_TO_ZERO,
              """
              SELECT currency || ' sums to ' || sum(amount) AS example, sum(amount) = 0 AS ok,
                     count(*) AS weight
              FROM financial_ledger GROUP BY currency\
              """),
          new ReconciliationChecks(
              Promise.POSTINGS_SUM_TO_ZERO,
              """
              SELECT 'posting ' || posting_id || ' sums to ' || sum(amount) || ' '
                       || min(currency) AS example,
                     sum(amount) = 0 AND min(currency) = max(currency) AS ok, 1 AS weight
              FROM financial_ledger GROUP BY posting_id\
              """),
          new ReconciliationChecks(
              Promise.BALANCES_ARE_SUMS_OF_ENTRIES,
              """
              SELECT 'account ' || b.account_id || ' has a balance of ' || b.balance || ' '
                       || b.currency || ', and entries of '
                       || coalesce(sum(l.amount), 0) AS example,
                     b.balance = coalesce(sum(l.amount), 0) AS ok, 1 AS weight
              FROM account_balances b
              LEFT JOIN financial_ledger l
                ON l.account_id = b.account_id AND l.currency = b.currency
              GROUP BY b.account_id, b.balance, b.currency\
              """),
          new ReconciliationChecks(
              Promise.SETTLED_SLOTS_HAVE_ONE_SETTLEMENT,
              """
              SELECT 'slot ' || coalesce(s.slot_id, t.slot_id) || ' is '
                       || coalesce(s.state, 'not decided') || ' and has '
                       || count(t.settlement_id) || ' settlements' AS example,
                     count(t.settlement_id) = CASE s.state WHEN 'SETTLED' THEN 1 ELSE 0 END AS ok,
                     1 AS weight
              FROM ad_slots s FULL JOIN settlements t ON t.slot_id = s.slot_id
              GROUP BY s.slot_id, t.slot_id, s.state\
              """),
          new ReconciliationChecks(Promise.SETTLEMENTS_HAVE_ONE_SALE, sales()),
          new ReconciliationChecks(
              Promise.PRICES_ARE_FEE_AND_NET,
              """
              SELECT 'slot ' || slot_id || ' has a price of ' || price || ', a fee of ' || fee
                       || ' and a net of ' || net AS example,
                     price = fee + net AS ok, 1 AS weight
              FROM settlements\
              """),
          new ReconciliationChecks(Promise.VOIDS_MIRROR_SALES, voids()));

  /** Violations first; both counts are of everything, beside each row, so one answer has it all. */
  Uni<Check> run(SqlConnection connection) {
    return Sql.rows(
            connection,
            """
            SELECT example, ok, sum(weight) OVER () AS looked_at,
                   count(*) FILTER (WHERE NOT ok) OVER () AS violations
            FROM (%s) AS compared ORDER BY ok, example LIMIT %d\
            """
                .formatted(compared, MAX_EXAMPLES))
        .map(this::check);
  }

  private Check check(List<Row> rows) {
    return rows.isEmpty()
        ? new Check(promise, 0, 0, List.of())
        : new Check(
            promise,
            rows.getFirst().getBigDecimal("looked_at").longValueExact(),
            rows.getFirst().getLong("violations"),
            rows.stream()
                .filter(row -> !row.getBoolean("ok"))
                .map(row -> row.getString("example"))
                .toList());
  }

  /** What each settlement says must be booked, against what is booked as sales. */
  private static String sales() {
    return mirrored(
        "sale of slot ",
        """
        SELECT slot_id, settlement_id AS posting_id, 1 AS entry_no, 'SALE_DEBIT' AS kind,
               buyer_id AS account_id, -price AS amount, currency FROM settlements
        UNION ALL
        SELECT slot_id, settlement_id, 2, 'SALE_CREDIT', publisher_id, net, currency
        FROM settlements
        UNION ALL
        SELECT slot_id, settlement_id, 3, 'FEE_CREDIT', 'exchange-fees', fee, currency
        FROM settlements\
        """,
        "'SALE_DEBIT', 'SALE_CREDIT', 'FEE_CREDIT'");
  }

  /** What each void must have booked, by the sale that it undoes, against what is booked. */
  private static String voids() {
    return mirrored(
        "void of slot ",
        """
        SELECT e.slot_id, NULL::uuid AS posting_id, s.entry_no,
               CASE s.kind WHEN 'SALE_DEBIT' THEN 'REVERSAL_CREDIT'
                           WHEN 'SALE_CREDIT' THEN 'REVERSAL_DEBIT'
                           ELSE 'FEE_REVERSAL' END AS kind,
               s.account_id, -s.amount AS amount, s.currency
        FROM slot_events e
        LEFT JOIN financial_ledger s
          ON s.slot_id = e.slot_id AND s.kind IN ('SALE_DEBIT', 'SALE_CREDIT', 'FEE_CREDIT')
        WHERE e.event_type = 'VOIDED'\
        """,
        "'REVERSAL_CREDIT', 'REVERSAL_DEBIT', 'FEE_REVERSAL'");
  }

  private static String mirrored(String what, String expected, String kinds) {
    return """
    SELECT '%s' || coalesce(w.slot_id, b.slot_id, '?') || ': expected '
             || coalesce(w.kind || ' ' || w.account_id || ' ' || w.amount, 'nothing')
             || ', booked '
             || coalesce(b.kind || ' ' || b.account_id || ' ' || b.amount, 'nothing')
             AS example,
           w.account_id IS NOT NULL AND b.account_id IS NOT NULL
             AND w.account_id = b.account_id AND w.amount = b.amount
             AND w.currency = b.currency AND b.times = 1
             AND coalesce(w.posting_id = b.posting_id, true) AS ok,
           1 AS weight
    FROM (%s) AS w
    FULL JOIN (
             SELECT *, count(*) OVER (PARTITION BY slot_id, kind) AS times
             FROM financial_ledger WHERE kind IN (%s)) AS b
      ON b.slot_id = w.slot_id AND b.kind = w.kind\
    """
        .formatted(what, expected, kinds);
  }
}
