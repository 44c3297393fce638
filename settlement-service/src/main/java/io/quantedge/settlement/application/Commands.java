package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/** Runs what somebody asked for with the same retry as settlements. Thread-safe. */
final class Commands {
  private final OccRunner runner;
  private final Operations operations;

  Commands(OccRunner runner, Operations operations) {
    this.runner = runner;
    this.operations = operations;
  }

  /**
   * @return fails with {@link StoreUnavailableException} if the store did not take it in time, and
   *     with {@link StoreException} if it never will
   */
  <T> Uni<Attempted<T>> run(List<SlotId> slotIds, Supplier<Uni<Attempted<T>>> attempt) {
    return runner
        .run(operations.next(slotIds, "http"), attempt)
        .map(ended ->
            switch (ended) {
              case Ended.Done<T> done -> done.result();
              case Ended.Exhausted<T> exhausted ->
                  throw new StoreUnavailableException(
                      "the truth store did not take it in "
                          + exhausted.attempts()
                          + " attempts: "
                          + exhausted.last().detail());
              case Ended.Failed<T> failed -> throw new StoreException(failed.cause(), null);
            });
  }
}
