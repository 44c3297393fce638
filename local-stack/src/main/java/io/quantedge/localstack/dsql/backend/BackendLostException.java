package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.SqlError;

/** PostgreSQL cannot be reached, refuses, or has gone in the middle. Immutable. */
public final class BackendLostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SqlError error;

  /** With what a client is to be told. */
  public BackendLostException(SqlError error) {
    super(error.message());
    this.error = error;
  }

  /** What a client is to be told before its connection ends. */
  public SqlError error() {
    return error;
  }
}
