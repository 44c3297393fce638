package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Backend;
import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.backend.Reply;
import io.quantedge.localstack.dsql.rule.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out how the rows of one FOR UPDATE can be touched. Stateless. */
final class Touching {
  /** A row of one column: the number of columns and the length of the value come first. */
  private static final int VALUE_START = 6;

  private Touching() {}

  /** The call that touches the rows of this one; empty if it is none that needs it, or can. */
  static Optional<Call> of(Call call, String role, Backend backend, Engine engine)
      throws BackendLostException, InterruptedException {
    if (!(call.statement() instanceof Statement.LockingRead locking) || locking.keyShare()) {
      return Optional.empty();
    }
    Optional<Touch> touch = Touch.of(call.sql());
    if (touch.isEmpty()) {
      return Optional.empty();
    }
    String key = role + " " + touch.get().table();
    String column = engine.touchColumns().get(key);
    if (column == null) {
      column = column(backend.query(touch.get().columnQuery()));
      engine.touchColumns().put(key, column);
    }
    return column.isEmpty()
        ? Optional.empty()
        : Optional.of(call.withSql(touch.get().updating(column)));
  }

  private static String column(Reply reply) {
    return reply.messages().stream()
        .filter(message -> message.type() == 'D')
        .map(row ->
            row.body().getString(VALUE_START, row.body().length(), StandardCharsets.UTF_8.name()))
        .findFirst()
        .orElse("");
  }
}
