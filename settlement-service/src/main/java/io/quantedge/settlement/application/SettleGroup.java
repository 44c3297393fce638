package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.TruthStore.Result;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settles the slots of a group in one SQL transaction, each exactly once whoever else tries. With
 * more than one contender it lets several workers race for the same group, to show in the open what
 * two processes would do to each other; one is enough in production. Thread-safe.
 */
public final class SettleGroup {
  private final TruthStore store;
  private final OccRunner runner;
  private final Operations operations;
  private final int contenders;

  /**
   * @param contenders how many workers race for each group, 1 or more
   */
  public SettleGroup(TruthStore store, OccRunner runner, Operations operations, int contenders) {
    this.store = store;
    this.runner = runner;
    this.operations = operations;
    this.contenders = contenders;
  }

  /** Ends when every contender has ended; the {@code Uni} never fails. */
  public Uni<Settling> settle(List<AuctionOutcome> group) {
    List<Uni<Ended<List<Result>>>> runs =
        IntStream.rangeClosed(1, contenders).mapToObj(worker -> run(group, worker)).toList();
    return Uni.join().all(runs).andFailFast().map(SettleGroup::summary);
  }

  private Uni<Ended<List<Result>>> run(List<AuctionOutcome> group, int worker) {
    Operation operation =
        operations.next(
            group.stream().map(outcome -> outcome.slot().slotId()).toList(), "worker-" + worker);
    return runner.run(operation, () -> store.settle(group));
  }

  private static Settling summary(List<Ended<List<Result>>> ends) {
    Uni<Void> told =
        Uni.join()
            .all(ends.stream().map(Ended::told).toList())
            .andCollectFailures()
            .replaceWithVoid();
    List<List<Result>> done = new ArrayList<>();
    List<StoreFailure.Lasting> failed = new ArrayList<>();
    for (Ended<List<Result>> end : ends) {
      switch (end) {
        case Ended.Done<List<Result>> ended -> done.add(ended.result().value());
        case Ended.Failed<List<Result>> ended -> failed.add(ended.cause());
        case Ended.Exhausted<List<Result>> exhausted -> {}
      }
    }
    if (!done.isEmpty()) {
      return new Settling.Done(merged(done), ends, told);
    }
    return failed.isEmpty()
        ? new Settling.NotYet(told)
        : new Settling.Impossible(failed.getFirst(), told);
  }

  /** For each outcome, what the contender says that committed it; else what any of them found. */
  private static List<Result> merged(List<List<Result>> done) {
    return IntStream.range(0, done.getFirst().size())
        .mapToObj(i -> done.stream().map(results -> results.get(i)).toList())
        .map(said ->
            said.stream().filter(SettleGroup::isCommitted).findFirst().orElse(said.getFirst()))
        .toList();
  }

  private static boolean isCommitted(Result result) {
    return result instanceof Result.Settled settled && settled.finding() == Finding.COMMITTED;
  }

  /** How far a group came. */
  public sealed interface Settling {
    /** Completes when every conflict on the way is told. */
    Uni<Void> told();

    /**
     * The store has answered for each of its outcomes.
     *
     * @param results in the order of the group; committed here if any contender committed it
     * @param ends how each contender ended
     */
    record Done(List<Result> results, List<Ended<List<Result>>> ends, Uni<Void> told)
        implements Settling {
      public Done {
        results = List.copyOf(results);
        ends = List.copyOf(ends);
      }
    }

    /** As a whole it can never be settled; parts of it may. */
    record Impossible(StoreFailure.Lasting cause, Uni<Void> told) implements Settling {}

    /** Nobody could commit it now. */
    record NotYet(Uni<Void> told) implements Settling {}
  }
}
