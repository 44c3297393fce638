package io.quantedge.localstack.dsql.rule;

import java.util.List;
import java.util.Optional;

/**
 * Reads what a client sent as Aurora DSQL would. What is no statement of PostgreSQL at all is left
 * to PostgreSQL's parser to complain about. Stateless; all methods are pure.
 */
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
        .map(piece -> statement(new Words(piece.source(), piece.tokens())))
        .toList();
  }

  private static Statement statement(Words words) {
    return switch (words.word(0)) {
      case "BEGIN", "START" -> Transactions.begin(words);
      case "COMMIT", "END" -> Transactions.commit(words);
      case "ROLLBACK", "ABORT" -> Transactions.rollback(words);
      case "SAVEPOINT", "RELEASE" -> Transactions.savepoint(words);
      case "SET" -> Settings.set(words);
      case "RESET" -> Settings.reset(words);
      case "SHOW" -> Settings.show(words);
      case "DISCARD" -> Settings.discard(words);
      case "SELECT", "VALUES", "TABLE" -> Queries.query(words);
      case "WITH" -> Queries.with(words);
      case "INSERT", "UPDATE", "DELETE" -> Queries.write(words);
      case "EXPLAIN" -> Queries.explain(words);
      case "CALL" -> Jobs.call(words);
      case "CREATE" -> Creations.statement(words);
      case "ALTER" -> Alterations.alter(words);
      case "DROP" -> Alterations.drop(words);
      case "GRANT", "REVOKE" -> Grants.grant(words);
      case "AWS" -> Grants.iam(words);
      case "COMMENT" -> new Statement.Ddl(words.sql(), words.sql(), Optional.empty());
      case "DEALLOCATE" -> new Statement.Setting(words.sql());
      case "" -> Queries.query(words);
      default -> utility(words);
    };
  }

  private static Statement utility(Words words) {
    return switch (words.word(0)) {
      case "TRUNCATE" -> refused(words, Refusals.unsupported("Truncate"));
      case "LISTEN" -> refused(words, Refusals.unsupported("Listen"));
      case "NOTIFY" -> refused(words, Refusals.unsupported("Notify"));
      case "UNLISTEN" -> refused(words, Refusals.unsupported("Unlisten"));
      case "MERGE" -> refused(words, Refusals.known("unsupported statement type: MERGE"));
      case "VACUUM" -> refused(words, Refusals.known("unsupported VACUUM statement"));
      case "ANALYZE", "ANALYSE" ->
          words.size() > 1
              ? new Statement.Read(words.sql())
              : refused(words, Refusals.local("ANALYZE needs the name of a table"));
      case "CHECKPOINT",
          "CLOSE",
          "CLUSTER",
          "COPY",
          "DECLARE",
          "DO",
          "EXECUTE",
          "FETCH",
          "IMPORT",
          "LOAD",
          "LOCK",
          "MOVE",
          "PREPARE",
          "REASSIGN",
          "REFRESH",
          "REINDEX",
          "SECURITY" ->
          refused(words, Refusals.local("unsupported statement: " + words.word(0)));
      default -> new Statement.Read(words.sql());
    };
  }

  private static Statement refused(Words words, Refusal refusal) {
    return new Statement.Refused(words.sql(), refusal);
  }
}
