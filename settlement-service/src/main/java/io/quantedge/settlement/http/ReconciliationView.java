package io.quantedge.settlement.http;

import io.quantedge.settlement.application.Reconcile.Report;
import io.quantedge.settlement.application.Reconciliation;
import java.time.Instant;
import java.util.List;

/**
 * Whether the books agree with each other.
 *
 * @param asOf no later than the snapshot that all figures are of
 * @param holds whether every check holds
 */
record ReconciliationView(
    Instant asOf, long tookMillis, boolean holds, List<Trial> trialBalance, List<Check> checks) {

  static ReconciliationView of(Report report) {
    Reconciliation books = report.books();
    return new ReconciliationView(
        report.begunAt(),
        report.took().toMillis(),
        books.holds(),
        books.trialBalance().stream().map(Trial::of).toList(),
        books.checks().stream().map(Check::of).toList());
  }

  /**
   * @param sum as a decimal; money that entered the exchange is negative on its cash account
   */
  record Trial(String currency, String accountType, long entries, String sum) {
    static Trial of(Reconciliation.TrialLine line) {
      return new Trial(
          line.currency(), line.accountType(), line.entries(), line.sum().toPlainString());
    }
  }

  /**
   * @param rows how many rows were looked at
   * @param examples the first few violations
   */
  record Check(
      Reconciliation.Promise check,
      boolean holds,
      long rows,
      long violations,
      List<String> examples) {
    static Check of(Reconciliation.Check check) {
      return new Check(
          check.promise(), check.holds(), check.rows(), check.violations(), check.examples());
    }
  }
}
