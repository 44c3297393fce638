package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.rule.Statement;
import io.quantedge.localstack.dsql.rule.Statements;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One Query message: its statements one after the other. Used by the session's thread alone. */
final class SimpleUnit {
  private final Transaction transaction;
  private final Client client;
  private @Nullable Message heldTag;

  SimpleUnit(Transaction transaction, Client client) {
    this.transaction = transaction;
    this.client = client;
  }

  /** Answers all of it, without ReadyForQuery. */
  void run(String sql) throws BackendLostException, InterruptedException, CutException {
    List<Statement> statements = Statements.parse(sql);
    if (statements.isEmpty()) {
      client.say(Message.empty('I'));
      return;
    }
    boolean going = true;
    for (Statement statement : statements) {
      release();
      going = going && execute(statement);
    }
    Optional<SqlError> failure = transaction.endOfUnit();
    if (failure.isPresent()) {
      // PostgreSQL, too, says the tag of the last statement only after the commit around it.
      heldTag = null;
      client.say(Answers.error(failure.get()));
    }
    release();
  }

  private void release() {
    Message tag = heldTag;
    heldTag = null;
    if (tag != null) {
      client.say(tag);
    }
  }

  private boolean execute(Statement statement)
      throws BackendLostException, InterruptedException, CutException {
    switch (statement) {
      case Statement.Begin ignored -> {
        if (transaction.isAborted()) {
          return transaction.fail(SqlError.error("25P02", ""), client::say);
        }
        transaction.begin();
        client.say(Answers.complete("BEGIN"));
        return true;
      }
      case Statement.Commit ignored -> {
        Transaction.Committed committed = transaction.commit();
        client.say(
            committed
                .failure()
                .map(Answers::error)
                .orElseGet(() -> Answers.complete(committed.tag())));
        return committed.failure().isEmpty();
      }
      case Statement.Rollback ignored -> {
        client.say(Answers.complete(transaction.rollback()));
        return true;
      }
      case Statement.Refused refused -> {
        SqlError error = SqlError.error(refused.refusal().sqlState(), refused.refusal().message());
        return transaction.fail(error, client::say);
      }
      default -> {
        String sql = BackendSql.of(statement);
        Step step =
            new Step(Requests.query(sql).frame(), List.of(Call.simple(statement, sql)), List.of());
        return transaction.run(step, hold(statement));
      }
    }
  }

  private Consumer<Message> hold(Statement statement) {
    return message -> {
      if (message.type() != 'C') {
        client.say(message);
        return;
      }
      if (statement instanceof Statement.Ddl ddl && ddl.jobId().isPresent()) {
        client.say(Answers.textColumns(List.of("job_id")));
        client.say(Answers.textRow(List.of(ddl.jobId().get())));
      }
      heldTag = BackendSql.tag(statement).map(Answers::complete).orElse(message);
    };
  }
}
