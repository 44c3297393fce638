package io.quantedge.settlement.dsql;

import io.quantedge.settlement.application.Reconciliation;
import io.quantedge.settlement.application.Reconciliation.Check;
import io.quantedge.settlement.application.Reconciliation.TrialLine;
import io.quantedge.settlement.application.ReconciliationStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Compares the books where they are: the store adds up, and only sums and the first few mismatches
 * travel. All statements stand in one SQL transaction that writes nothing, and so see one snapshot.
 * Thread-safe.
 */
@Singleton
class DsqlReconciliationStore implements ReconciliationStore {
  private static final String TRIAL_BALANCE =
      """
      SELECT l.currency, coalesce(a.account_type, 'UNDEFINED') AS account_type,
             count(*) AS entries, sum(l.amount) AS total
      FROM financial_ledger l LEFT JOIN enterprise_accounts a ON a.account_id = l.account_id
      GROUP BY 1, 2 ORDER BY 1, 2\
      """;

  private final SqlTransactions transactions;

  DsqlReconciliationStore(SqlTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Uni<Reconciliation> reconcile() {
    return transactions.run(connection ->
        Sql.rows(connection, TRIAL_BALANCE)
            .map(rows -> rows.stream().map(DsqlReconciliationStore::line).toList())
            .chain(lines -> checks(connection).map(checks -> new Reconciliation(lines, checks))));
  }

  private static Uni<List<Check>> checks(SqlConnection connection) {
    return Multi.createFrom()
        .iterable(ReconciliationChecks.ALL)
        .onItem()
        .transformToUniAndConcatenate(check -> check.run(connection))
        .collect()
        .asList();
  }

  private static TrialLine line(Row row) {
    return new TrialLine(
        row.getString("currency"),
        row.getString("account_type"),
        row.getLong("entries"),
        row.getBigDecimal("total"));
  }
}
