package io.quantedge.bench.contention;

import io.quantedge.bench.Market;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.ConflictEvents;
import io.quantedge.settlement.application.Ended;
import io.quantedge.settlement.application.OccParts;
import io.quantedge.settlement.application.OccRunner;
import io.quantedge.settlement.application.Operations;
import io.quantedge.settlement.application.RetryBudget;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.application.SettlementMeter;
import io.quantedge.settlement.application.TruthStore;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The settlement service's own retry around its own SQL transaction. Each worker stands for a
 * process of its own, so the retry budget, which bounds a process, is wide enough for all.
 */
final class OurRunner implements Strategy {
  private static final int BUDGET = 1_000_000;

  private final String label;
  private final TruthStore store;
  private final Market market;
  private final boolean sameSlot;
  private final OccRunner runner;
  private final Operations operations;

  /**
   * @param market with a single buyer
   * @param sameSlot whether all workers of a race want to settle one slot, or each its own
   */
  OurRunner(
      String label,
      TruthStore store,
      Market market,
      boolean sameSlot,
      RetryPolicy policy,
      RandomGenerator random) {
    this.label = label;
    this.store = store;
    this.market = market;
    this.sameSlot = sameSlot;
    Untold untold = new Untold();
    Clock clock = Clock.systemUTC();
    RandomGenerator shared = new Shared(random);
    RetryBudget budget = new RetryBudget(100, 0, BUDGET, clock);
    this.runner =
        new OccRunner(new OccParts(policy, budget, untold, untold, clock, shared, () -> "local"));
    this.operations = new Operations("bench", shared);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<Uni<Run>> workers(int count) {
    List<AuctionOutcome> outcomes =
        sameSlot
            ? Stream.generate(market.next(1)::getFirst).limit(count).toList()
            : market.next(count);
    return outcomes.stream().map(this::worker).toList();
  }

  @Override
  public int writes(int successes) {
    return sameSlot ? 1 : successes;
  }

  private Uni<Run> worker(AuctionOutcome outcome) {
    return runner
        .run(
            operations.next(List.of(outcome.slot().slotId()), "worker"),
            () -> store.settle(List.of(outcome)))
        .map(ended ->
            switch (ended) {
              case Ended.Done<?> done -> new Run(true, done.attempts());
              case Ended.Exhausted<?> exhausted -> new Run(false, exhausted.attempts());
              case Ended.Failed<?> failed ->
                  throw new IllegalStateException("a worker failed: " + failed.cause().detail());
            });
  }

  /** A generator that threads may share. */
  private record Shared(RandomGenerator random) implements RandomGenerator {
    @Override
    public long nextLong() {
      synchronized (random) {
        return random.nextLong();
      }
    }
  }

  /** Tells nobody: the workers' ends say all that is measured. */
  private static final class Untold implements ConflictEvents, SettlementMeter {
    @Override
    public Uni<Void> emit(ConflictEvent event) {
      return Uni.createFrom().voidItem();
    }

    @Override
    public void attempt() {}

    @Override
    public void attemptFailed(ConflictEvent.Cause cause) {}

    @Override
    public void exhausted() {}

    @Override
    public void retryBudgetEmpty() {}

    @Override
    public void group(int outcomes) {}

    @Override
    public void contradiction(SlotId slotId) {}

    @Override
    public void waiting(SlotId slotId, Instant closedAt) {}

    @Override
    public void done(SlotId slotId) {}

    @Override
    public void settled(SettlementEvent event) {}

    @Override
    public void deadLetter() {}
  }
}
