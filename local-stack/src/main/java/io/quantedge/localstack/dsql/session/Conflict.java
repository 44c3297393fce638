package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.wire.SqlError;

/** The two conflicts of Aurora DSQL, with the recorded words. */
enum Conflict {
  /** Rows. */
  DATA("change conflicts with another transaction (OC000)"),
  /** The schema. */
  SCHEMA("schema has been updated by another transaction (OC001)");

  private static final String SQL_STATE = "40001";

  private final String message;

  Conflict(String message) {
    this.message = message;
  }

  SqlError error() {
    return SqlError.error(SQL_STATE, message);
  }

  /** The one with this code. */
  static Conflict of(String code) {
    return code.equals("OC001") ? SCHEMA : DATA;
  }
}
