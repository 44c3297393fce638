package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.rule.Statement;
import io.quantedge.localstack.dsql.wire.Requests;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What PostgreSQL gets in one go and answers with one ReadyForQuery: it succeeds, is repeated and
 * is undone as a whole. Immutable.
 *
 * @param wire the client's messages, with names that PostgreSQL knows
 * @param calls the executions in it; none if it only prepares or describes
 * @param prepared names of the statements that it prepares
 */
record Step(Buffer wire, List<Call> calls, List<String> prepared) {
  Step {
    calls = List.copyOf(calls);
    prepared = List.copyOf(prepared);
  }

  /** What the executions mean for the transaction, the strongest of them. */
  enum Kind {
    /** Nothing that must be repeated. */
    READING,
    /** A setting, which a rollback to a savepoint would undo. */
    SETTING,
    /** Writes rows or locks them. */
    LOCKING,
    /** Changes the schema. */
    DEFINING
  }

  Kind kind() {
    return calls.stream()
        .map(call -> kindOf(call.statement()))
        .reduce((a, b) -> a.compareTo(b) >= 0 ? a : b)
        .orElse(Kind.READING);
  }

  private static Kind kindOf(Statement statement) {
    return switch (statement) {
      case Statement.Write ignored -> Kind.LOCKING;
      case Statement.LockingRead ignored -> Kind.LOCKING;
      case Statement.Ddl ignored -> Kind.DEFINING;
      case Statement.Setting ignored -> Kind.SETTING;
      case Statement.Read ignored -> Kind.READING;
      case Statement.Answered ignored -> Kind.READING;
      case Statement.Begin ignored -> Kind.READING;
      case Statement.Commit ignored -> Kind.READING;
      case Statement.Rollback ignored -> Kind.READING;
      case Statement.Refused ignored -> Kind.READING;
    };
  }

  /** The messages that do all of it once more and are answered as one unit. */
  Buffer again() {
    Buffer out = Buffer.buffer();
    calls.forEach(call -> call.appendTo(out));
    return Requests.sync().appendTo(out);
  }

  String sql() {
    return calls.stream().map(Call::sql).distinct().collect(Collectors.joining("\n"));
  }

  long bytes() {
    return calls.stream()
        .filter(call -> call.statement() instanceof Statement.Write)
        .mapToLong(Call::bytes)
        .sum();
  }
}
