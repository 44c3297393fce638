package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.rule.Statement;
import io.vertx.core.buffer.Buffer;

/**
 * A statement that the client has prepared. Immutable.
 *
 * @param backendName its name in PostgreSQL, where the proxy's own queries must not destroy it
 * @param statement what it is
 * @param sql what PostgreSQL executes
 * @param types number and types of the parameters, as in Parse
 */
record Prepared(String backendName, Statement statement, String sql, Buffer types) {
  /** Whether the proxy answers it alone. */
  boolean isOwn() {
    return switch (statement) {
      case Statement.Begin ignored -> true;
      case Statement.Commit ignored -> true;
      case Statement.Rollback ignored -> true;
      default -> false;
    };
  }
}
