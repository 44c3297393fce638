package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Backend;
import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.backend.Reply;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The transaction block of one connection in PostgreSQL, which may be moved out of the way and come
 * back, as often as it takes.
 *
 * <p>It is <em>live</em> while its work is in PostgreSQL, with all its locks. Whoever is blocked by
 * it <em>parks</em> it: a rollback to a savepoint at its start, which keeps the snapshot. Before
 * its next unit it repeats its work from the log; as long as no rival has committed, PostgreSQL
 * gives the same answers. Other answers mean that it has <em>lost</em>, which the client learns at
 * COMMIT; until then it goes on as a {@link Ghost}.
 *
 * <p>One thread, the session's, drives it; any holder of the turn may park it. Locks are taken in
 * the order turn, then block.
 */
final class Block {
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
  private static final String DUPLICATE_KEY = "23505";

  private final Engine engine;
  private final Backend backend;
  private final String role;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Logged> log = new ArrayList<>();
  private boolean open;
  private boolean parked;
  private boolean ghost;
  private volatile boolean lost;
  private long commitsBefore;
  private long schemaBefore;

  /** A step that was answered, and with what. */
  private record Logged(Step step, long fingerprint) {}

  Block(Engine engine, Backend backend, String role) {
    this.engine = engine;
    this.backend = backend;
    this.role = role;
  }

  int pid() {
    return backend.pid();
  }

  /** A rival has committed first. */
  void doom() {
    lost = true;
  }

  /** Whether a step of this kind is in the log. */
  boolean has(Step.Kind kind) {
    return log.stream().anyMatch(logged -> logged.step().kind() == kind);
  }

  /** Passes a step through that belongs to no transaction, or changes nothing. */
  void read(Step step, boolean inTransaction, Consumer<Message> sink)
      throws BackendLostException, InterruptedException {
    Optional<SqlError> failure = lockRestored(step);
    try {
      if (failure.isPresent()) {
        sink.accept(Answers.error(failure.get()));
        return;
      }
      if (inTransaction && !open && !step.calls().isEmpty()) {
        begin(Sql.BEGIN);
      }
      if (step.kind() == Step.Kind.SETTING && open) {
        Reply reply = backend.exchange(step.wire(), 1, Backend.Patience.ENDLESS).getFirst();
        remember(step, reply);
        reply.messages().forEach(sink);
      } else {
        backend.stream(step.wire(), sink);
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin(String sql) throws BackendLostException, InterruptedException {
    commitsBefore = engine.commits();
    schemaBefore = engine.schemaVersion();
    backend.query(sql);
    open = true;
  }

  /** Takes the lock, with the work in place if there is any. */
  private Optional<SqlError> lockRestored(Step step)
      throws BackendLostException, InterruptedException {
    lock.lock();
    if (!parked || log.isEmpty()) {
      return Optional.empty();
    }
    lock.unlock();
    boolean restored = engine.inTurn(this::lockAndRestore);
    if (!restored) {
      lock.lock();
      return becomeGhost(step);
    }
    return Optional.empty();
  }

  /** Under the turn: nobody can park it between its restoration and the lock that is kept. */
  private boolean lockAndRestore() throws BackendLostException, InterruptedException {
    lock.lock();
    boolean restored = false;
    try {
      restored = restore();
      return restored;
    } finally {
      if (!restored) {
        lock.unlock();
      }
    }
  }

  /** Under turn and lock: puts the work back. False if this transaction cannot win any more. */
  private boolean restore() throws BackendLostException, InterruptedException {
    if (lost || ghost) {
      lost = true;
      return false;
    }
    if (!parked || log.isEmpty()) {
      return true;
    }
    Buffer bytes = Buffer.buffer();
    log.forEach(logged -> bytes.appendBuffer(logged.step().again()));
    List<Reply> replies = exchange(bytes, log.size(), !has(Step.Kind.DEFINING));
    parked = false;
    lost = !saysTheSame(replies);
    return !lost;
  }

  private boolean saysTheSame(List<Reply> replies) {
    for (int i = 0; i < log.size(); i++) {
      if (replies.get(i).fingerprint() != log.get(i).fingerprint()) {
        return false;
      }
    }
    return true;
  }

  private List<Reply> exchange(Buffer bytes, int units, boolean rowConflict)
      throws BackendLostException, InterruptedException {
    return backend.exchange(bytes, units, () -> engine.clearTheWay(this, rowConflict));
  }

  private void remember(Step step, Reply reply) {
    if (reply.error().isEmpty()) {
      log.add(new Logged(step, reply.fingerprint()));
    }
  }

  /** Executes a step that writes, locks or defines, and answers it truthfully whoever else does. */
  Reply write(Step step) throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      if (!open) {
        // The snapshot is of the statement's arrival, not of its turn.
        begin(Sql.BEGIN_WITH_SNAPSHOT);
      }
    } finally {
      lock.unlock();
    }
    Optional<Reply> reply = engine.inTurn(() -> tryForReal(step));
    return reply.isPresent() ? reply.get() : writeAsGhost(step);
  }

  private Optional<Reply> tryForReal(Step step) throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      if (!restore()) {
        return Optional.empty();
      }
      boolean defining = step.kind() == Step.Kind.DEFINING;
      Reply reply = exchange(step.wire(), 1, !defining).getFirst();
      if (!defining && isConflict(reply)) {
        lost = true;
        return Optional.empty();
      }
      remember(step, reply);
      if (defining && reply.error().isEmpty()) {
        // Its locks would make even readers wait.
        parkLocked();
      }
      return Optional.of(reply);
    } finally {
      lock.unlock();
    }
  }

  /** A duplicate key is one's own fault if nobody has committed since the snapshot. */
  private boolean isConflict(Reply reply) {
    return reply
        .error()
        .map(SqlError::sqlState)
        .filter(state ->
            CONFLICTS.contains(state)
                || (state.equals(DUPLICATE_KEY) && engine.commits() != commitsBefore))
        .isPresent();
  }

  private Reply writeAsGhost(Step step) throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      Optional<SqlError> failure = becomeGhost(step);
      if (failure.isPresent()) {
        return new Reply(List.of(Answers.error(failure.get())));
      }
      Reply reply = backend.exchange(step.wire(), 1, Backend.Patience.ENDLESS).getFirst();
      remember(step, reply);
      return reply;
    } finally {
      lock.unlock();
    }
  }

  /** Copies what the log and the step name, at the snapshot, and repeats the log there. */
  private Optional<SqlError> becomeGhost(Step step)
      throws BackendLostException, InterruptedException {
    Buffer bytes = Buffer.buffer();
    // What a step that failed has prepared already could not be prepared again.
    step.prepared().forEach(name -> Requests.about('C', 'S', name).appendTo(bytes));
    boolean fresh = !ghost;
    if (fresh) {
      Requests.query(Sql.PARK).appendTo(bytes);
    }
    StringBuilder sql = new StringBuilder(step.sql());
    log.forEach(logged -> sql.append('\n').append(logged.step().sql()));
    Requests.query(Ghost.copy(role, sql.toString())).appendTo(bytes);
    int units = fresh ? 2 : 1;
    if (fresh) {
      log.forEach(logged -> bytes.appendBuffer(logged.step().again()));
      units += log.size();
    }
    List<Reply> replies = backend.exchange(bytes, units, Backend.Patience.ENDLESS);
    ghost = true;
    parked = false;
    boolean copied = replies.get(fresh ? 1 : 0).error().isEmpty();
    boolean same = !fresh || saysTheSame(replies.subList(2, units));
    return copied && same ? Optional.empty() : Optional.of(Conflict.DATA.error());
  }

  /** Gives way: called by the holder of the turn, from any thread. */
  void park() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (open && !parked) {
        parkLocked();
      }
    } catch (BackendLostException e) {
      // Its locks have gone with it; its own session will find out.
    } finally {
      lock.unlock();
    }
  }

  private void parkLocked() throws BackendLostException, InterruptedException {
    backend.query(Sql.PARK);
    parked = true;
    ghost = false;
  }

  /**
   * Commits.
   *
   * @return why it could not; it is rolled back then
   */
  Optional<SqlError> commit() throws BackendLostException, InterruptedException {
    if (!open) {
      return Optional.empty();
    }
    if (has(Step.Kind.LOCKING) || has(Step.Kind.DEFINING)) {
      return engine.inTurn(this::commitInTurn);
    }
    Reply reply = end("COMMIT");
    return reply.error();
  }

  private Optional<SqlError> commitInTurn() throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      boolean defining = has(Step.Kind.DEFINING);
      if (!defining && schemaBefore != engine.schemaVersion()) {
        end("ROLLBACK");
        return Optional.of(Conflict.SCHEMA.error());
      }
      if (!restore() || !touch()) {
        end("ROLLBACK");
        return Optional.of((defining ? Conflict.SCHEMA : Conflict.DATA).error());
      }
      Reply reply = end("COMMIT");
      if (reply.error().isEmpty()) {
        engine.committed(this, defining);
      }
      return reply.error();
    } finally {
      lock.unlock();
    }
  }

  /** Leaves a trace of the rows that were read FOR UPDATE. */
  private boolean touch() throws BackendLostException, InterruptedException {
    for (Logged logged : log) {
      for (Call call : logged.step().calls()) {
        Optional<Call> touching = Touching.of(call, role, backend, engine);
        if (touching.isPresent()) {
          Buffer bytes = Buffer.buffer();
          touching.get().appendTo(bytes);
          Requests.sync().appendTo(bytes);
          Reply reply = exchange(bytes, 1, true).getFirst();
          if (isConflict(reply)) {
            return false;
          }
          if (reply.error().isPresent()) {
            // A query that cannot be turned round; its locks must do.
            parkLocked();
            return restore();
          }
        }
      }
    }
    return true;
  }

  /** Rolls back, if there is anything. */
  void rollback() throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      if (open) {
        end("ROLLBACK");
      }
    } finally {
      lock.unlock();
    }
  }

  private Reply end(String command) throws BackendLostException, InterruptedException {
    lock.lock();
    try {
      Reply reply = backend.query(command);
      if (!reply.lastTag().equals("COMMIT")) {
        engine.rolledBack(this);
      }
      open = false;
      parked = false;
      ghost = false;
      lost = false;
      log.clear();
      return reply;
    } finally {
      lock.unlock();
    }
  }
}
