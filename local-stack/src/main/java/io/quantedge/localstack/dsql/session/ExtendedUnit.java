package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.rule.Statement;
import io.quantedge.localstack.dsql.rule.Statements;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.BodyReader;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The messages of the extended protocol, unit by unit. What needs PostgreSQL waits until the unit
 * ends or a statement comes that the proxy answers itself; so a batch stays one round trip. Used by
 * the session's thread alone.
 */
final class ExtendedUnit {
  private static final String SYNTAX_ERROR = "42601";

  private final Transaction transaction;
  private final Client client;
  private final Map<String, Prepared> statements = new HashMap<>();
  private final Map<String, Bound> portals = new HashMap<>();
  private final List<String> unused = new ArrayList<>();
  private long unnamed;
  private boolean failed;
  private Buffer waiting = Buffer.buffer();
  private List<Call> calls = new ArrayList<>();
  private List<String> prepared = new ArrayList<>();

  /** A portal: a statement with its values. */
  private record Bound(Prepared prepared, Buffer values) {}

  ExtendedUnit(Transaction transaction, Client client) {
    this.transaction = transaction;
    this.client = client;
  }

  /** Takes one message of a unit, except Sync. */
  void take(Message message) throws BackendLostException, InterruptedException, CutException {
    if (failed) {
      return;
    }
    BodyReader body = new BodyReader(message.body());
    switch (message.type()) {
      case 'P' -> parse(body.text(), body.text(), body.rest().copy());
      case 'B' -> bind(body.text(), body.text(), body.rest().copy());
      case 'D' -> describe(body.character(), body.text());
      case 'E' -> execute(body.text(), message);
      case 'C' -> close(body.character(), body.text());
      default -> {
        flush();
        client.flush();
      }
    }
  }

  /** Ends the unit, without ReadyForQuery. */
  void sync() throws BackendLostException, InterruptedException, CutException {
    if (!failed) {
      flush();
    }
    if (!failed) {
      transaction.endOfUnit().ifPresent(error -> client.say(Answers.error(error)));
    }
    failed = false;
    clear();
    if (transaction.isIdle()) {
      portals.clear();
    }
  }

  private void parse(String name, String sql, Buffer types)
      throws BackendLostException, InterruptedException {
    List<Statement> parsed = Statements.parse(sql);
    if (parsed.size() > 1) {
      fail(
          SqlError.error(
              SYNTAX_ERROR, "cannot insert multiple commands into a prepared statement"));
      return;
    }
    Statement statement = parsed.isEmpty() ? new Statement.Read(sql) : parsed.getFirst();
    if (statement instanceof Statement.Refused refused) {
      fail(SqlError.error(refused.refusal().sqlState(), refused.refusal().message()));
      return;
    }
    Prepared known = new Prepared(backendName(name), statement, BackendSql.of(statement), types);
    if (known.isOwn()) {
      answer(Message.empty('1'));
    } else if (transaction.isAborted()) {
      fail(SqlError.error("25P02", ""));
      return;
    } else {
      Requests.parse(known.backendName(), known.sql(), types).appendTo(waiting);
      prepared.add(known.backendName());
    }
    Prepared before = statements.put(name, known);
    if (name.isEmpty() && before != null && !before.isOwn()) {
      unused.add(before.backendName());
    }
  }

  private String backendName(String name) {
    return name.isEmpty() ? "unnamed:" + unnamed++ : "named:" + name;
  }

  private void bind(String portal, String statement, Buffer values)
      throws BackendLostException, InterruptedException {
    Prepared known = statements.get(statement);
    if (known == null) {
      fail(
          SqlError.error("26000", "prepared statement \"%s\" does not exist".formatted(statement)));
      return;
    }
    portals.put(portal, new Bound(known, values));
    if (known.isOwn()) {
      answer(Message.empty('2'));
    } else {
      Requests.bind(portal, known.backendName(), values).appendTo(waiting);
    }
  }

  private void describe(char kind, String name) throws BackendLostException, InterruptedException {
    Optional<Prepared> known =
        kind == 'S'
            ? Optional.ofNullable(statements.get(name))
            : Optional.ofNullable(portals.get(name)).map(Bound::prepared);
    if (known.filter(Prepared::isOwn).isPresent()) {
      if (kind == 'S') {
        answer(Answers.noParameters());
      }
      answer(Message.empty('n'));
      return;
    }
    String backendName =
        kind == 'S' ? known.map(Prepared::backendName).orElse("unknown:" + name) : name;
    Requests.about('D', kind, backendName).appendTo(waiting);
  }

  private void execute(String portal, Message message)
      throws BackendLostException, InterruptedException, CutException {
    Bound bound = portals.get(portal);
    if (bound == null) {
      fail(SqlError.error("34000", "portal \"%s\" does not exist".formatted(portal)));
      return;
    }
    if (bound.prepared().isOwn()) {
      flush();
      if (!failed) {
        control(bound.prepared().statement());
      }
      return;
    }
    message.appendTo(waiting);
    Prepared known = bound.prepared();
    calls.add(new Call(known.statement(), known.sql(), known.types(), bound.values()));
  }

  private void control(Statement statement)
      throws BackendLostException, InterruptedException, CutException {
    if (statement instanceof Statement.Begin) {
      if (transaction.isAborted()) {
        fail(SqlError.error("25P02", ""));
        return;
      }
      transaction.begin();
      client.say(Answers.complete("BEGIN"));
    } else if (statement instanceof Statement.Commit) {
      Transaction.Committed committed = transaction.commit();
      failed = committed.failure().isPresent();
      client.say(
          committed
              .failure()
              .map(Answers::error)
              .orElseGet(() -> Answers.complete(committed.tag())));
    } else {
      client.say(Answers.complete(transaction.rollback()));
    }
  }

  private void close(char kind, String name) throws BackendLostException, InterruptedException {
    if (kind == 'S') {
      Optional.ofNullable(statements.remove(name))
          .filter(known -> !known.isOwn())
          .ifPresent(known -> unused.add(known.backendName()));
    } else {
      portals.remove(name);
    }
    answer(Message.empty('3'));
  }

  /** Says something in its turn. */
  private void answer(Message message) throws BackendLostException, InterruptedException {
    flush();
    if (!failed) {
      client.say(message);
    }
  }

  private void fail(SqlError error) throws BackendLostException, InterruptedException {
    flush();
    if (!failed) {
      failed = true;
      transaction.fail(error, client::say);
    }
  }

  /** Has PostgreSQL do what waits. */
  private void flush() throws BackendLostException, InterruptedException {
    if (waiting.length() == 0) {
      return;
    }
    Buffer wire = Buffer.buffer();
    unused.forEach(name -> Requests.about('C', 'S', name).appendTo(wire));
    int closed = unused.size();
    unused.clear();
    Step step = new Step(Requests.sync().appendTo(wire.appendBuffer(waiting)), calls, prepared);
    clear();
    failed = !transaction.run(step, new Relay(step.calls(), closed, client::say));
  }

  private void clear() {
    waiting = Buffer.buffer();
    calls = new ArrayList<>();
    prepared = new ArrayList<>();
  }

  /** Leaves out what the client did not ask for, and says Aurora DSQL's tags. */
  private static final class Relay implements Consumer<Message> {
    private final List<Call> calls;
    private final Consumer<Message> sink;
    private int closed;
    private int executed;

    Relay(List<Call> calls, int closed, Consumer<Message> sink) {
      this.calls = calls;
      this.closed = closed;
      this.sink = sink;
    }

    @Override
    public void accept(Message message) {
      if (message.type() == '3' && closed > 0) {
        closed--;
        return;
      }
      if ("CIs".indexOf(message.type()) < 0) {
        sink.accept(message);
        return;
      }
      Optional<String> tag = BackendSql.tag(calls.get(executed++).statement());
      sink.accept(tag.map(Answers::complete).orElse(message));
    }
  }
}
