package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.SettleGroup.Settling;
import io.quantedge.settlement.application.TruthStore.Result;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes a group of outcomes to its end: each settled and announced, or known to be impossible. A
 * group that fails for good is split in halves until the poison stands alone, so that one bad
 * outcome costs its neighbours a few more commits and nothing else. While the truth store is away
 * it keeps trying, so that the outcomes wait in their log and nothing is lost. Thread-safe.
 */
public final class ProcessOutcomes {
  private static final Logger log = Logger.getLogger(ProcessOutcomes.class);

  private final SettleGroup settleGroup;
  private final SettlementAnnouncer announcer;
  private final SettlementMeter meter;
  private final Duration firstPause;
  private final Duration longestPause;

  /**
   * @param firstPause before a group's second operation
   * @param longestPause pauses double up to this, with half of each jittered
   */
  public ProcessOutcomes(
      SettleGroup settleGroup,
      SettlementAnnouncer announcer,
      SettlementMeter meter,
      Duration firstPause,
      Duration longestPause) {
    this.settleGroup = settleGroup;
    this.announcer = announcer;
    this.meter = meter;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * Completes when each outcome is settled, or known to be impossible: the next group may begin
   * then, while this one's announcements are on their way. It never fails.
   *
   * @param group outcomes of different slots, at least one
   */
  public Uni<Processed> process(List<AuctionOutcome> group) {
    return Uni.createFrom()
        .deferred(() -> {
          group.forEach(outcome -> meter.waiting(outcome.slot().slotId(), outcome.closedAt()));
          return conclude(group);
        })
        .map(processed -> processed.whenTold(() -> group.forEach(this::done)));
  }

  /**
   * What became of a group.
   *
   * @param verdicts for each outcome, in the order of the group, why it must be isolated, or
   *     nothing if it is settled
   * @param told completes when every settlement is announced and every conflict on the way is told;
   *     it is under way already and may be waited for any number of times
   */
  public record Processed(List<Optional<String>> verdicts, Uni<Void> told) {
    public Processed {
      verdicts = List.copyOf(verdicts);
    }

    private Processed whenTold(Runnable then) {
      return new Processed(verdicts, underWay(told.invoke(then)));
    }

    private Processed and(Processed right) {
      return new Processed(
          Stream.concat(verdicts.stream(), right.verdicts.stream()).toList(),
          Uni.join().all(told, right.told).andFailFast().replaceWithVoid());
    }
  }

  private void done(AuctionOutcome outcome) {
    meter.done(outcome.slot().slotId());
  }

  private static Uni<Void> underWay(Uni<Void> work) {
    Uni<Void> memoized = work.memoize().indefinitely();
    memoized
        .subscribe()
        .with(ignored -> {}, failure -> log.errorf(failure, "settlements not announced"));
    return memoized;
  }

  private Uni<Processed> conclude(List<AuctionOutcome> group) {
    return Uni.createFrom()
        .deferred(() -> {
          meter.group(group.size());
          return settleGroup.settle(group);
        })
        .chain(settling -> conclude(group, settling))
        .onFailure(StillUnsettled.class)
        .retry()
        .withBackOff(firstPause, longestPause)
        .withJitter(0.5)
        .indefinitely();
  }

  private Uni<Processed> conclude(List<AuctionOutcome> group, Settling settling) {
    return switch (settling) {
      case Settling.Done done -> Uni.createFrom().item(() -> announced(done));
      case Settling.Impossible impossible ->
          impossible.told().chain(() -> isolated(group, impossible.cause()));
      case Settling.NotYet notYet -> {
        log.warnf(
            "outcomes not settled yet count=%d firstSlotId=%s",
            group.size(), group.getFirst().slot().slotId());
        yield notYet.told().chain(() -> Uni.createFrom().failure(new StillUnsettled()));
      }
    };
  }

  private Processed announced(Settling.Done done) {
    List<Uni<?>> telling = new ArrayList<>(List.of(done.told()));
    List<Optional<String>> verdicts = new ArrayList<>();
    for (Result result : done.results()) {
      switch (result) {
        case Result.Settled settled -> {
          if (settled.finding() == Finding.COMMITTED) {
            meter.settled(settled.event());
          }
          telling.add(announcer.announce(settled.event()));
          verdicts.add(Optional.empty());
        }
        case Result.Contradicted contradicted -> verdicts.add(Optional.of(alarm(contradicted)));
      }
    }
    return new Processed(verdicts, underWay(Uni.combine().all().unis(telling).discardItems()));
  }

  private String alarm(Result.Contradicted contradicted) {
    meter.contradiction(contradicted.slotId());
    log.errorf(
        "outcome contradicts what is settled slotId=%s detail=%s",
        contradicted.slotId(), contradicted.detail());
    return contradicted.detail();
  }

  private Uni<Processed> isolated(List<AuctionOutcome> group, StoreFailure.Lasting cause) {
    if (group.size() == 1) {
      return Uni.createFrom()
          .item(new Processed(List.of(Optional.of(cause.detail())), Uni.createFrom().voidItem()));
    }
    int middle = group.size() / 2;
    log.infof("group split count=%d cause=%s", group.size(), cause.detail());
    return conclude(group.subList(0, middle))
        .chain(left -> conclude(group.subList(middle, group.size())).map(left::and));
  }

  /** Another operation follows. */
  private static final class StillUnsettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillUnsettled() {
      super("the truth store did not take the outcomes", null, false, false);
    }
  }
}
