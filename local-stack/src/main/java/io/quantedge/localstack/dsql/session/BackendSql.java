package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.rule.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What PostgreSQL gets instead of a statement that it would not know. Stateless. */
final class BackendSql {
  private static final Pattern DISCARD_ALL =
      Pattern.compile("\\s*DISCARD\\s+ALL\\s*", Pattern.CASE_INSENSITIVE);

  private BackendSql() {}

  static String of(Statement statement) {
    return switch (statement) {
      case Statement.Ddl ddl -> ddl.backendSql();
      case Statement.Answered answered -> constants(answered);
      case Statement.Setting setting -> isDiscardAll(setting) ? "RESET ALL" : setting.sql();
      default -> statement.sql();
    };
  }

  /** In PostgreSQL it would also give up the role that was taken on. */
  private static boolean isDiscardAll(Statement.Setting setting) {
    return DISCARD_ALL.matcher(setting.sql()).matches();
  }

  /** The tag that the client is told instead of PostgreSQL's, if another. */
  static Optional<String> tag(Statement statement) {
    return switch (statement) {
      case Statement.Answered answered -> Optional.of(answered.tag());
      case Statement.Setting setting ->
          isDiscardAll(setting) ? Optional.of("DISCARD ALL") : Optional.empty();
      default -> Optional.empty();
    };
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
