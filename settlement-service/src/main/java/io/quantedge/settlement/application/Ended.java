package io.quantedge.settlement.application;

import io.smallrye.mutiny.Uni;

/**
 * How an operation ended. A conflict that was not told is a conflict that was hidden, so each end
 * carries {@code told}: it completes when every conflict event of the operation is acknowledged.
 */
public sealed interface Ended<T> {
  /** Completes when the operation's conflict events are acknowledged; never fails. */
  Uni<Void> told();

  /**
   * It is committed, by this operation or by another one.
   *
   * @param attempts how many it took, from 1
   */
  record Done<T>(Attempted<T> result, int attempts, Uni<Void> told) implements Ended<T> {}

  /** Attempts or deadline ran out; a new operation may succeed later. */
  record Exhausted<T>(StoreFailure last, int attempts, Uni<Void> told) implements Ended<T> {}

  /** No further attempt can succeed. */
  record Failed<T>(StoreFailure.Lasting cause, int attempts, Uni<Void> told) implements Ended<T> {}
}
