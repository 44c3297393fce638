package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.backend.Reply;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.localstack.dsql.fault.Faults;
import io.quantedge.localstack.dsql.rule.Refusal;
import io.quantedge.localstack.dsql.rule.TransactionRules;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.SqlError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The transaction as the client sees it: the rules of Aurora DSQL, the status of the connection,
 * and the faults that were asked for. Used by the session's thread alone.
 */
final class Transaction {
  private static final SqlError ABORTED =
      SqlError.error(
          "25P02",
          "current transaction is aborted, commands ignored until end of transaction block");

  private final Block block;
  private final Faults faults;
  private final Counters counters;
  private final Clock clock;
  private State state = State.IDLE;
  private TransactionRules rules = new TransactionRules();
  private Instant begun = Instant.EPOCH;

  private enum State {
    IDLE,
    /** Around the statements of one unit; it ends with the unit. */
    IMPLICIT,
    EXPLICIT,
    /** Failed, and waits for the client to end it. */
    ABORTED
  }

  Transaction(Block block, Faults faults, Counters counters, Clock clock) {
    this.block = block;
    this.faults = faults;
    this.counters = counters;
    this.clock = clock;
  }

  /** The status that ReadyForQuery says. */
  char status() {
    return switch (state) {
      case IDLE, IMPLICIT -> 'I';
      case EXPLICIT -> 'T';
      case ABORTED -> 'E';
    };
  }

  boolean isAborted() {
    return state == State.ABORTED;
  }

  boolean isIdle() {
    return state == State.IDLE;
  }

  /** BEGIN. PostgreSQL hears of it with the first statement. */
  void begin() {
    if (state == State.IDLE) {
      start();
    }
    state = State.EXPLICIT;
  }

  private void start() {
    rules = new TransactionRules();
    begun = clock.instant();
  }

  /**
   * Executes a step.
   *
   * @param sink takes the answer; an error is its last message
   * @return whether it succeeded; a transaction around it is aborted if not
   */
  boolean run(Step step, Consumer<Message> sink) throws BackendLostException, InterruptedException {
    Step.Kind kind = step.kind();
    boolean strong = kind == Step.Kind.LOCKING || kind == Step.Kind.DEFINING;
    if (state == State.IDLE && !step.calls().isEmpty()) {
      start();
      state = strong ? State.IMPLICIT : State.IDLE;
    }
    Optional<SqlError> refusal = refusal(step);
    if (refusal.isPresent()) {
      return fail(refusal.get(), sink);
    }
    if (!step.calls().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(faults.statementDelayMillis());
    }
    return strong ? write(step, sink) : read(step, sink);
  }

  private Optional<SqlError> refusal(Step step) {
    if (state == State.ABORTED) {
      return Optional.of(ABORTED);
    }
    if (state != State.IDLE) {
      Optional<Refusal> aged = rules.aged(Duration.between(begun, clock.instant()));
      if (aged.isPresent()) {
        return aged.map(Transaction::error);
      }
    }
    return step.calls().stream()
        .flatMap(call -> rules.admit(call.statement()).stream())
        .findFirst()
        .map(Transaction::error);
  }

  private static SqlError error(Refusal refusal) {
    return SqlError.error(refusal.sqlState(), refusal.message());
  }

  private boolean read(Step step, Consumer<Message> sink)
      throws BackendLostException, InterruptedException {
    boolean[] failed = new boolean[1];
    block.read(
        step,
        state != State.IDLE,
        message -> {
          failed[0] |= message.type() == 'E';
          sink.accept(message);
        });
    if (failed[0]) {
      abort();
    }
    return !failed[0];
  }

  private boolean write(Step step, Consumer<Message> sink)
      throws BackendLostException, InterruptedException {
    Reply reply = block.write(step);
    Optional<Refusal> limit = rules.written(0, step.bytes());
    for (Message message : reply.messages()) {
      if (message.type() == 'C') {
        limit = limit.isPresent() ? limit : rules.written(rows(message.text()), 0);
      }
      if (limit.isPresent()) {
        return fail(error(limit.get()), sink);
      }
      sink.accept(message);
    }
    if (reply.error().isPresent()) {
      abort();
      return false;
    }
    return true;
  }

  /** Rows that a command wrote, by its tag. */
  private static long rows(String tag) {
    String[] words = tag.split(" ", -1);
    return switch (words[0]) {
      case "INSERT", "UPDATE", "DELETE", "MERGE" -> Long.parseLong(words[words.length - 1]);
      default -> 0;
    };
  }

  /** Answers with an error and aborts what is around it. */
  boolean fail(SqlError error, Consumer<Message> sink)
      throws BackendLostException, InterruptedException {
    sink.accept(Answers.error(state == State.ABORTED ? ABORTED : error));
    abort();
    return false;
  }

  /** PostgreSQL need not hold what can only be rolled back. */
  private void abort() throws BackendLostException, InterruptedException {
    block.rollback();
    state = status() == 'I' ? State.IDLE : State.ABORTED;
  }

  /**
   * ROLLBACK.
   *
   * @return the command tag
   */
  String rollback() throws BackendLostException, InterruptedException {
    block.rollback();
    state = State.IDLE;
    return "ROLLBACK";
  }

  /**
   * COMMIT.
   *
   * @return the command tag, or why it failed
   * @throws CutException if the client is not to hear of it
   */
  Committed commit() throws BackendLostException, InterruptedException, CutException {
    if (state == State.ABORTED) {
      return new Committed(rollback(), Optional.empty());
    }
    boolean writes = block.has(Step.Kind.LOCKING) || block.has(Step.Kind.DEFINING);
    Optional<SqlError> failure = writes ? commitWrites() : block.commit();
    state = State.IDLE;
    return new Committed("COMMIT", failure);
  }

  /** What a COMMIT is answered with. */
  record Committed(String tag, Optional<SqlError> failure) {}

  private Optional<SqlError> commitWrites()
      throws BackendLostException, InterruptedException, CutException {
    Optional<Refusal> aged = rules.aged(Duration.between(begun, clock.instant()));
    if (aged.isPresent()) {
      block.rollback();
      return aged.map(Transaction::error);
    }
    TimeUnit.MILLISECONDS.sleep(faults.commitDelayMillis());
    Optional<String> injected = faults.conflictAtCommit();
    if (injected.isPresent()) {
      block.rollback();
      counters.conflictInjected();
      return injected.map(code -> Conflict.of(code).error());
    }
    Cut cut = faults.cutAtCommit();
    if (cut == Cut.BEFORE_COMMIT) {
      block.rollback();
      throw cut();
    }
    Optional<SqlError> failure = block.commit();
    if (failure.isEmpty()) {
      counters.committed();
    } else if (failure.get().sqlState().equals("40001")) {
      counters.conflicted();
    }
    if (cut == Cut.AFTER_COMMIT) {
      throw cut();
    }
    return failure;
  }

  private CutException cut() {
    counters.cut();
    return new CutException();
  }

  /** Ends the transaction around a unit without BEGIN. */
  Optional<SqlError> endOfUnit() throws BackendLostException, InterruptedException, CutException {
    return state == State.IMPLICIT ? commit().failure() : Optional.empty();
  }
}
