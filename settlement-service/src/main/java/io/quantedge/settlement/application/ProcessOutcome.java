package io.quantedge.settlement.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.SettleOutcome.Settling;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes an outcome to its end: settled and announced, or known to be impossible. While the truth
 * store is away it keeps trying, so that the outcome waits in its log and nothing is lost.
 * Thread-safe.
 */
public final class ProcessOutcome {
  private static final Logger log = Logger.getLogger(ProcessOutcome.class);

  private final SettleOutcome settleOutcome;
  private final SettlementAnnouncer announcer;
  private final SettlementMeter meter;
  private final Duration firstPause;
  private final Duration longestPause;

  /**
   * @param firstPause before an outcome's second operation
   * @param longestPause pauses double up to this, with half of each jittered
   */
  public ProcessOutcome(
      SettleOutcome settleOutcome,
      SettlementAnnouncer announcer,
      SettlementMeter meter,
      Duration firstPause,
      Duration longestPause) {
    this.settleOutcome = settleOutcome;
    this.announcer = announcer;
    this.meter = meter;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * Completes when the outcome is settled, announced, and every conflict on the way is told.
   *
   * @return fails with {@link ImpossibleOutcomeException}, and with nothing else, if the outcome
   *     can never be settled
   */
  public Uni<Void> process(AuctionOutcome outcome) {
    SlotId slotId = outcome.slot().slotId();
    return Uni.createFrom()
        .deferred(() -> {
          meter.waiting(slotId, outcome.closedAt());
          return settleOutcome.settle(outcome);
        })
        .chain(settling -> conclude(slotId, settling))
        .onFailure(StillUnsettled.class)
        .retry()
        .withBackOff(firstPause, longestPause)
        .withJitter(0.5)
        .indefinitely()
        .eventually(() -> meter.done(slotId));
  }

  private Uni<Void> conclude(SlotId slotId, Settling settling) {
    return switch (settling) {
      case Settling.Settled settled -> {
        if (settled.here()) {
          meter.settled(settled.event());
        }
        log.debugf("outcome settled slotId=%s here=%s", slotId, settled.here());
        yield announcer.announce(settled.event()).chain(settled::told);
      }
      case Settling.Impossible impossible ->
          impossible
              .told()
              .chain(() ->
                  Uni.createFrom().failure(new ImpossibleOutcomeException(impossible.cause())));
      case Settling.NotYet notYet -> {
        log.warnf("outcome not settled yet slotId=%s", slotId);
        yield notYet.told().chain(() -> Uni.createFrom().failure(new StillUnsettled()));
      }
    };
  }

  /** Another operation follows. */
  private static final class StillUnsettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillUnsettled() {
      super("the truth store did not take the outcome", null, false, false);
    }
  }
}
