package io.quantedge.dsql;

import io.quantedge.dsql.WatchedConnection.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What is said on one connection in one attempt, and what is known of it: whether something that
 * commits was sent, and whether the server owes an answer. Thread-safe, for work may go to another
 * thread between its statements.
 */
final class Conversation implements Watch {
  private static final Duration ROLLBACK_TIMEOUT = Duration.ofSeconds(1);

  private final Session session;
  private final Loop loop;
  private final DsqlConfig config;
  private final AtomicBoolean maybeCommitted = new AtomicBoolean();
  private final AtomicBoolean committed = new AtomicBoolean();
  private final AtomicBoolean silent = new AtomicBoolean();
  private final AtomicInteger owed = new AtomicInteger();

  Conversation(Session session, Loop loop, DsqlConfig config) {
    this.session = session;
    this.loop = loop;
    this.config = config;
  }

  <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
    return bounded(
        over(session.connection().query(config.begin()).execute())
            .chain(() -> work.apply(new WatchedConnection(session.client(), this)))
            .call(this::commit));
  }

  <T> Uni<T> plain(Function<SqlConnection, Uni<T>> work) {
    return bounded(
        Uni.createFrom()
            .deferred(() -> {
              maybeCommitted.set(true);
              return work.apply(new WatchedConnection(session.client(), this));
            }));
  }

  /** A connection that goes back to the pool in an open SQL transaction would poison the next. */
  Uni<Void> rollback() {
    return loop.within(
        session.connection().query("ROLLBACK").execute().replaceWithVoid(),
        ROLLBACK_TIMEOUT,
        () -> new SilenceException("ROLLBACK", ROLLBACK_TIMEOUT));
  }

  /** Whether a failure by now leaves open what was committed. */
  boolean isMaybeCommitted() {
    return maybeCommitted.get();
  }

  /** Whether a SQL transaction was committed, and the server said so. */
  boolean isCommitted() {
    return committed.get();
  }

  /** Whether the server was asked something and kept silent. */
  boolean isSilent() {
    return silent.get();
  }

  @Override
  public <T> Uni<T> over(Uni<T> statement) {
    return awaited(statement, "a statement", config.statementTimeout());
  }

  /**
   * The client hides COMMIT's command tag, and a COMMIT that the server answers with {@code
   * ROLLBACK} looks like success. That happens only in a SQL transaction that has already failed,
   * where every other statement is refused: the witness in front of COMMIT, sent in the same
   * breath, fails there.
   */
  private Uni<Void> commit() {
    return Uni.createFrom()
        .deferred(() -> {
          if (silent.get()) {
            throw new SilenceException("a statement", config.statementTimeout());
          }
          maybeCommitted.set(true);
          Uni<Void> answers =
              Uni.join()
                  .all(
                      session.connection().query("SELECT 1").execute(),
                      session.connection().query("COMMIT").execute())
                  .andFailFast()
                  .replaceWithVoid();
          return awaited(answers, "COMMIT", config.commitTimeout())
              .invoke(() -> committed.set(true));
        });
  }

  private <T> Uni<T> bounded(Uni<T> attempt) {
    return loop.within(
        attempt,
        config.attemptTimeout(),
        () -> {
          if (owed.get() > 0) {
            silent.set(true);
          }
          return new SilenceException("an attempt", config.attemptTimeout());
        });
  }

  private <T> Uni<T> awaited(Uni<T> statement, String what, Duration limit) {
    return Uni.createFrom()
        .deferred(() -> {
          owed.incrementAndGet();
          return loop.within(
                  statement,
                  limit,
                  () -> {
                    silent.set(true);
                    return new SilenceException(what, limit);
                  })
              .onTermination()
              .invoke(owed::decrementAndGet);
        });
  }
}
