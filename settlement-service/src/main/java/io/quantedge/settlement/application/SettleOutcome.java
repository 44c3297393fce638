package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settles the slot of an outcome, exactly once whoever else tries. With more than one contender it
 * lets several workers race for the same slot, to show in the open what two processes would do to
 * each other; one is enough in production. Thread-safe.
 */
public final class SettleOutcome {
  private final TruthStore store;
  private final OccRunner runner;
  private final Operations operations;
  private final int contenders;

  /**
   * @param contenders how many workers race for each slot, 1 or more
   */
  public SettleOutcome(TruthStore store, OccRunner runner, Operations operations, int contenders) {
    this.store = store;
    this.runner = runner;
    this.operations = operations;
    this.contenders = contenders;
  }

  /** Ends when every contender has ended; the {@code Uni} never fails. */
  public Uni<Settling> settle(AuctionOutcome outcome) {
    List<Uni<Ended<SettlementEvent>>> runs =
        IntStream.rangeClosed(1, contenders).mapToObj(worker -> run(outcome, worker)).toList();
    return Uni.join().all(runs).andFailFast().map(SettleOutcome::summary);
  }

  private Uni<Ended<SettlementEvent>> run(AuctionOutcome outcome, int worker) {
    Operation operation = operations.next(List.of(outcome.slot().slotId()), "worker-" + worker);
    return runner.run(operation, () -> store.settle(outcome));
  }

  private static Settling summary(List<Ended<SettlementEvent>> ends) {
    Uni<Void> told =
        Uni.join()
            .all(ends.stream().map(Ended::told).toList())
            .andCollectFailures()
            .replaceWithVoid();
    List<Attempted<SettlementEvent>> committed =
        ends.stream()
            .<Attempted<SettlementEvent>>mapMulti((end, sink) -> {
              if (end instanceof Ended.Done<SettlementEvent> done) {
                sink.accept(done.result());
              }
            })
            .toList();
    if (!committed.isEmpty()) {
      boolean here = committed.stream().anyMatch(end -> end.finding() == Finding.COMMITTED);
      return new Settling.Settled(committed.getFirst().value(), here, ends, told);
    }
    return ends.stream()
        .<Settling>mapMulti((end, sink) -> {
          if (end instanceof Ended.Failed<SettlementEvent> failed) {
            sink.accept(new Settling.Impossible(failed.cause(), told));
          }
        })
        .findFirst()
        .orElseGet(() -> new Settling.NotYet(told));
  }

  /** How far an outcome came. */
  public sealed interface Settling {
    /** Completes when every conflict on the way is told. */
    Uni<Void> told();

    /**
     * It is truth.
     *
     * @param here whether one of this process's contenders committed it
     * @param ends how each contender ended
     */
    record Settled(
        SettlementEvent event, boolean here, List<Ended<SettlementEvent>> ends, Uni<Void> told)
        implements Settling {
      public Settled {
        ends = List.copyOf(ends);
      }
    }

    /** It can never be settled as it is. */
    record Impossible(StoreFailure.Permanent cause, Uni<Void> told) implements Settling {}

    /** Nobody could commit it now. */
    record NotYet(Uni<Void> told) implements Settling {}
  }
}
