package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.rule.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL gets instead of a statement that it would not know. Stateless. */
final class BackendSql {
  private BackendSql() {}

  static String of(Statement statement) {
    return switch (statement) {
      case Statement.Ddl ddl -> ddl.backendSql();
      case Statement.Answered answered -> constants(answered);
      default -> statement.sql();
    };
  }

  /** The tag that the client is told instead of PostgreSQL's, if another. */
  static Optional<String> tag(Statement statement) {
    return statement instanceof Statement.Answered answered
        ? Optional.of(answered.tag())
        : Optional.empty();
  }

  /** PostgreSQL answers it, so that formats and descriptions are right in both protocols. */
  private static String constants(Statement.Answered answered) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < answered.columns().size(); i++) {
      String value = answered.values().isEmpty() ? "NULL" : Sql.literal(answered.values().get(i));
      columns.add("%s::text AS %s".formatted(value, Sql.name(answered.columns().get(i))));
    }
    return "SELECT " + String.join(", ", columns) + (answered.values().isEmpty() ? " LIMIT 0" : "");
  }
}
