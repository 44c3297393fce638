package io.quantedge.localstack.dsql.rule;

import java.util.List;
import java.util.Optional;

/**
 * One statement, sorted by what the proxy has to do with it. Immutable; {@link #sql} is the
 * statement as it was sent, without the semicolon and the blanks around it.
 */
public sealed interface Statement {
  /** The statement as it was sent. */
  String sql();

  /** Opens a transaction: BEGIN or START TRANSACTION. */
  record Begin(String sql) implements Statement {}

  /** COMMIT or END. */
  record Commit(String sql) implements Statement {}

  /** ROLLBACK or ABORT of the whole transaction. */
  record Rollback(String sql) implements Statement {}

  /** Changes nothing and conflicts with nothing. */
  record Read(String sql) implements Statement {}

  /**
   * A query whose rows take part in the commit check.
   *
   * @param keyShare whether it is FOR KEY SHARE alone, which only a change of the key meets
   */
  record LockingRead(String sql, boolean keyShare) implements Statement {}

  /**
   * INSERT, UPDATE, DELETE, MERGE, or WITH around one of them.
   *
   * @param table the table as it is written in the statement, quotes and schema included; empty if
   *     it cannot be told
   */
  record Write(String sql, Optional<String> table) implements Statement {}

  /**
   * Changes the schema, roles or grants.
   *
   * @param backendSql what PostgreSQL executes instead
   * @param jobId answered as the one row {@code job_id} before the command tag, if present: Aurora
   *     DSQL answers so to CREATE INDEX ASYNC
   */
  record Ddl(String sql, String backendSql, Optional<String> jobId) implements Statement {}

  /** SET, RESET or DISCARD of something that PostgreSQL may have. */
  record Setting(String sql) implements Statement {}

  /**
   * Answered without PostgreSQL.
   *
   * @param columns names of the columns, all of type text
   * @param values the one row; empty for none
   * @param tag the command tag
   */
  record Answered(String sql, List<String> columns, List<String> values, String tag)
      implements Statement {
    /** Copies the lists. */
    public Answered {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }
  }

  /** What Aurora DSQL refuses. */
  record Refused(String sql, Refusal refusal) implements Statement {}
}
