package io.quantedge.dsql;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Keeps the last failovers and tells the listener of each stage. Not thread-safe. */
final class FailoverLog {
  private static final int KEPT = 16;

  private final DsqlListener listener;
  private final Deque<Failover> kept = new ArrayDeque<>();
  private long count;

  FailoverLog(DsqlListener listener) {
    this.listener = listener;
  }

  void opened(Breaker given, Instant now) {
    Optional<Instant> notYet = Optional.empty();
    count++;
    Failover failover =
        new Failover(
            count,
            given.endpoint(),
            Optional.empty(),
            given.cause(),
            given.firstFailedAttemptAt(),
            now,
            notYet,
            notYet,
            notYet);
    if (kept.size() == KEPT) {
      kept.removeFirst();
    }
    kept.addLast(failover);
    listener.opened(failover);
  }

  void connected(DsqlEndpoint to, Instant now) {
    if (isLast(last -> last.connectedAt().isEmpty())) {
      replaceLast(
          old -> with(old, Optional.of(to), Optional.of(now), Optional.empty(), Optional.empty()),
          listener::switched);
    }
  }

  /**
   * @param begunAt when the SQL transaction began, for one that began before does not count
   */
  void committed(Instant begunAt, Instant now) {
    if (isLast(
        last ->
            last.connectedAt().isPresent()
                && last.firstSuccessAt().isEmpty()
                && !begunAt.isBefore(last.openedAt()))) {
      replaceLast(
          old -> with(old, old.to(), old.connectedAt(), Optional.of(now), Optional.empty()),
          listener::firstSuccess);
    }
  }

  void failedBack(Instant now) {
    if (isLast(last -> last.failedBackAt().isEmpty())) {
      replaceLast(
          old -> with(old, old.to(), old.connectedAt(), old.firstSuccessAt(), Optional.of(now)),
          listener::failedBack);
    }
  }

  List<Failover> all() {
    return List.copyOf(kept);
  }

  private boolean isLast(Predicate<Failover> condition) {
    return !kept.isEmpty() && condition.test(kept.getLast());
  }

  private void replaceLast(UnaryOperator<Failover> change, Consumer<Failover> tell) {
    Failover changed = change.apply(kept.removeLast());
    kept.addLast(changed);
    tell.accept(changed);
  }

  private static Failover with(
      Failover old,
      Optional<DsqlEndpoint> to,
      Optional<Instant> connectedAt,
      Optional<Instant> firstSuccessAt,
      Optional<Instant> failedBackAt) {
    return new Failover(
        old.id(),
        old.from(),
        to,
        old.cause(),
        old.firstFailedAttemptAt(),
        old.openedAt(),
        connectedAt,
        firstSuccessAt,
        failedBackAt);
  }
}
