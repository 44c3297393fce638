package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.SqlError;
import java.util.Optional;

/** PostgreSQL cannot be reached, refuses, or has gone in the middle. Immutable. */
public final class BackendLostException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<SqlError> error;

  /** With what a client is to be told. */
  public BackendLostException(SqlError error) {
    super(error.message());
    this.error = Optional.of(error);
  }

  /** Nobody knows how far PostgreSQL came: so nothing can be said that would be true. */
  BackendLostException() {
    super("the connection to the database server behind the endpoint is lost");
    this.error = Optional.empty();
  }

  /** What a client is to be told before its connection ends, if anything. */
  public Optional<SqlError> error() {
    return error;
  }
}
