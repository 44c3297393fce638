package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Reply;
import io.quantedge.localstack.dsql.wire.SqlError;

/** The two conflicts of Aurora DSQL, with the recorded words. */
enum Conflict {
  /** Rows. */
  DATA("change conflicts with another transaction (OC000)"),
  /** The schema. */
  SCHEMA("schema has been updated by another transaction (OC001)");

  private static final String SQL_STATE = "40001";
  private static final String DEADLOCK = "40P01";
  private static final String DUPLICATE_KEY = "23505";

  private final String message;

  Conflict(String message) {
    this.message = message;
  }

  /**
   * Whether PostgreSQL's answer means that the snapshot is behind.
   *
   * @param othersCommitted whether anybody has since the snapshot; else a duplicate key is one's
   *     own fault
   */
  static boolean isBehind(Reply reply, boolean othersCommitted) {
    return reply
        .error()
        .map(SqlError::sqlState)
        .filter(state ->
            state.equals(SQL_STATE)
                || state.equals(DEADLOCK)
                || (state.equals(DUPLICATE_KEY) && othersCommitted))
        .isPresent();
  }

  SqlError error() {
    return SqlError.error(SQL_STATE, message);
  }

  /** The one with this code. */
  static Conflict of(String code) {
    return code.equals("OC001") ? SCHEMA : DATA;
  }
}
