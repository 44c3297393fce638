package io.quantedge.dsql;

import io.quantedge.dsql.DsqlListener.Closing;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one endpoint. It exists because the client's own pool never gets back the
 * place of a connection whose peer went silent, and knows no random lifetimes: here a connection
 * that is given up leaves the pool at once, whatever its socket does, and one that reached its
 * lifetime leaves it as soon as nobody uses it. Confined to the event loop.
 */
final class SessionPool {
  /** A connection that was told to end has so long to do it by itself. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Connector connector;
  private final Limits limits;
  private final ConnectionLimiter limiter;
  private final Lifetimes lifetimes;
  private final Loop loop;
  private final Clock clock;
  private final Observer observer;
  private final Set<Session> sessions = new HashSet<>();
  private final Deque<Session> idle = new ArrayDeque<>();
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private int opening;
  private boolean servingLater;
  private boolean closed;

  /**
   * @param size connections at most
   * @param waiting attempts that may wait for one
   * @param patience how long each waits
   */
  record Limits(int size, int waiting, Duration patience) {}

  /** What all pools of a connector share. */
  record Shared(
      Limits limits, ConnectionLimiter limiter, Lifetimes lifetimes, Loop loop, Clock clock) {}

  /** Hears what becomes of connections. */
  interface Observer {
    void opened(Instant begunAt, Instant readyAt);

    void failed(Instant begunAt, Throwable failure);

    void closed(Closing reason, Duration age);
  }

  /** Somebody who wants a connection; exactly one of the two is called, once. */
  interface Taker {
    void take(Session session);

    void refuse(Throwable failure);
  }

  SessionPool(Connector connector, Shared shared, Observer observer) {
    this.connector = connector;
    this.limits = shared.limits();
    this.limiter = shared.limiter();
    this.lifetimes = shared.lifetimes();
    this.loop = shared.loop();
    this.clock = shared.clock();
    this.observer = observer;
  }

  /**
   * Asks for a connection.
   *
   * @return takes the request back; nothing is called afterwards
   */
  Runnable acquire(Taker taker) {
    if (closed || waiters.size() >= limits.waiting()) {
      taker.refuse(
          new NotTriedException(
              closed
                  ? "the connector is closed"
                  : waiters.size() + " attempts wait for a connection already"));
      return () -> {};
    }
    Waiter waiter = new Waiter(taker);
    waiters.addLast(waiter);
    waiter.stopWaiting = () -> waiters.remove(waiter);
    var timer = loop.after(limits.patience(), () -> tooLate(waiter));
    waiter.stopWaiting =
        () -> {
          timer.cancel(false);
          waiters.remove(waiter);
        };
    serve();
    return waiter.stopWaiting;
  }

  /** Gives back a connection that is in order. */
  void release(Session session) {
    if (session.isEnded()) {
      return;
    }
    if (closed || session.isRetiring()) {
      dismiss(session, closed ? Closing.ENDED : Closing.RECYCLED);
    } else {
      idle.addFirst(session);
    }
    serve();
  }

  /** Gives back a connection that must not be used again; its place is free at once. */
  void discard(Session session, Closing reason) {
    if (forget(session, reason)) {
      session.cut();
      serve();
    }
  }

  /** Opens a connection if there is none, so that the next attempt need not wait for it. */
  void warm() {
    if (!closed && sessions.isEmpty() && opening == 0 && limiter.take().isZero()) {
      open();
    }
  }

  /** Nobody shall wait for this endpoint any longer; connections in use go on. */
  void giveUp(String cause) {
    List<Waiter> refused = List.copyOf(waiters);
    waiters.clear();
    List.copyOf(idle).forEach(session -> discard(session, Closing.ENDED));
    refused.forEach(waiter -> waiter.refuse(new NotTriedException(cause)));
  }

  void close() {
    closed = true;
    giveUp("the connector is closed");
    connector.close();
  }

  private void serve() {
    while (!waiters.isEmpty() && !idle.isEmpty()) {
      waiters.removeFirst().take(idle.removeFirst());
    }
    while (!closed
        && opening < waiters.size()
        && sessions.size() + opening < limits.size()
        && !servingLater) {
      Duration turn = limiter.take();
      if (turn.isZero()) {
        open();
      } else {
        servingLater = true;
        loop.after(
            turn,
            () -> {
              servingLater = false;
              serve();
            });
      }
    }
  }

  private void open() {
    opening++;
    Instant begunAt = clock.instant();
    connector
        .open()
        .subscribe()
        .with(client -> opened(client, begunAt), failure -> failedToOpen(failure, begunAt));
  }

  private void opened(SqlConnection client, Instant begunAt) {
    opening--;
    Session session = new Session(client, clock.instant());
    sessions.add(session);
    client.closeHandler(_ -> lost(session));
    client.exceptionHandler(_ -> {});
    var timer = loop.after(lifetimes.next(), () -> retire(session));
    session.onRetiringStopped(() -> timer.cancel(false));
    observer.opened(begunAt, session.readyAt());
    release(session);
  }

  private void failedToOpen(Throwable failure, Instant begunAt) {
    opening--;
    @Nullable Waiter eldest = waiters.pollFirst();
    observer.failed(begunAt, failure);
    if (eldest != null) {
      eldest.refuse(failure);
    }
    serve();
  }

  private void tooLate(Waiter waiter) {
    if (waiters.remove(waiter)) {
      waiter.refuse(
          new NotTriedException(
              "no connection to "
                  + connector.endpoint()
                  + " became free within "
                  + limits.patience().toMillis()
                  + " ms"));
    }
  }

  private void retire(Session session) {
    session.retire();
    if (idle.remove(session)) {
      dismiss(session, Closing.RECYCLED);
      serve();
    }
  }

  private void lost(Session session) {
    if (forget(session, Closing.BROKEN)) {
      serve();
    }
  }

  private void dismiss(Session session, Closing reason) {
    if (forget(session, reason)) {
      session.leave();
      loop.after(FAREWELL, session::cut);
    }
  }

  private boolean forget(Session session, Closing reason) {
    sessions.remove(session);
    idle.remove(session);
    boolean first = session.end();
    if (first) {
      observer.closed(reason, Duration.between(session.readyAt(), clock.instant()));
    }
    return first;
  }

  private static final class Waiter {
    private final Taker taker;
    private Runnable stopWaiting = () -> {};

    Waiter(Taker taker) {
      this.taker = taker;
    }

    void take(Session session) {
      stopWaiting.run();
      taker.take(session);
    }

    void refuse(Throwable failure) {
      stopWaiting.run();
      taker.refuse(failure);
    }
  }
}
