package io.quantedge.localstack.dsql.rule;

import java.util.List;

/** Reads what a client sent as Aurora DSQL would. Stateless; all methods are pure. */
public final class Statements {
  private Statements() {}

  /**
   * Sorts the statements of one query string.
   *
   * @param sql one statement or several with semicolons between them
   * @return one for each statement, in order; none for an empty query
   */
  public static List<Statement> parse(String sql) {
    return Splitter.split(sql).stream()
        .filter(piece -> !piece.tokens().isEmpty())
        .map(Statements::statement)
        .toList();
  }

  private static Statement statement(Piece piece) {
    String sql = piece.sql();
    Words words = new Words(piece.source(), piece.tokens());
    return switch (words.word(0)) {
      case "BEGIN", "START" -> new Statement.Begin(sql);
      case "COMMIT", "END" -> new Statement.Commit(sql);
      case "ROLLBACK", "ABORT" -> new Statement.Rollback(sql);
      case "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "COMMENT" ->
          new Statement.Ddl(sql, sql, java.util.Optional.empty());
      case "INSERT", "UPDATE", "DELETE", "MERGE" ->
          new Statement.Write(sql, words.nameAt(words.skip(words.skip(1, "INTO"), "FROM")));
      case "SET", "RESET", "DISCARD" -> new Statement.Setting(sql);
      default -> new Statement.Read(sql);
    };
  }
}
