package io.quantedge.localstack.dsql.session;

/** Statements and quotations that the proxy makes itself. Stateless. */
final class Sql {
  static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ; SAVEPOINT start_of_work";

  /** Takes the snapshot now; BEGIN alone does not. */
  static final String BEGIN_WITH_SNAPSHOT = BEGIN + "; SELECT 1";

  /** Gives back the locks and undoes the work, and keeps the snapshot. */
  static final String PARK = "ROLLBACK TO SAVEPOINT start_of_work";

  private Sql() {}

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  static String takeOn(String role) {
    return "SET SESSION AUTHORIZATION " + name(role);
  }
}
