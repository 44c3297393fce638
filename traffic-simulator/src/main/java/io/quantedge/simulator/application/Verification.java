package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunListener;
import io.quantedge.simulator.application.Logs.Marks;
import io.quantedge.simulator.application.Trading.Traded;
import io.quantedge.simulator.domain.check.Check;
import io.quantedge.simulator.domain.check.ConflictChecks;
import io.quantedge.simulator.domain.check.ExpectationChecks;
import io.quantedge.simulator.domain.check.IntakeChecks;
import io.quantedge.simulator.domain.check.LedgerChecks;
import io.quantedge.simulator.domain.check.OutcomeChecks;
import io.quantedge.simulator.domain.check.PlannedBids;
import io.quantedge.simulator.domain.check.SettlementChecks;
import io.quantedge.simulator.domain.check.StoreAudit;
import io.quantedge.simulator.domain.check.StoreAudit.Findings;
import io.quantedge.simulator.domain.check.StoreChecks;
import io.quantedge.simulator.domain.check.Verdicts;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import io.quantedge.simulator.domain.evidence.ConflictFold;
import io.quantedge.simulator.domain.evidence.Outcomes;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.scenario.Expectation;
import io.quantedge.simulator.domain.scenario.PlannedAccount;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a run in which nothing is sent any more: waits until all is final, reads the stores
 * and judges. No figure comes from a service, but those that are compared with the stores.
 */
final class Verification {
  private static final Duration CONFLICTS_SETTLE_WITHIN = Duration.ofSeconds(60);
  private static final ConflictFigures NO_ANSWER = new ConflictFigures(-1, -1, -1, -1);

  private final Sources sources;
  private final Waiting waiting;
  private final RunListener listener;

  Verification(Sources sources, Waiting waiting, RunListener listener) {
    this.sources = sources;
    this.waiting = waiting;
    this.listener = listener;
  }

  /** Where the evidence is read. */
  record Sources(Logs logs, BidStore bidStore, TruthStore truthStore, Telemetry telemetry) {}

  /** The verdict, and what the report needs besides. */
  record Verified(List<Check> checks, Truth truth, ConflictFigures conflicts) {}

  Verified verify(Scenario scenario, Marks start, Traded traded)
      throws InterruptedException, RunFailedException {
    List<SlotId> slotIds = scenario.slots().stream().map(PlannedSlot::slotId).toList();
    awaitFinal(slotIds, traded.lastTimer());
    listener.phase("reading the log", 0);
    AuctionLog log = new AuctionLog(slotIds);
    sources.logs().readAuctionEvents(start, log);
    Outcomes outcomes = new Outcomes();
    sources.logs().readOutcomes(start, outcomes);
    Truth truth = sources.truthStore().read(slotIds, advertisers(scenario));
    PlannedBids planned = new PlannedBids(scenario.bids());
    List<Check> checks = new ArrayList<>();
    checks.addAll(new IntakeChecks(scenario, traded.answers(), log, planned).all());
    checks.addAll(StoreChecks.of(readBidStore(slotIds, log)));
    Verdicts verdicts = new Verdicts(scenario, log, planned);
    checks.addAll(new OutcomeChecks(scenario, log, outcomes, verdicts).all());
    checks.addAll(new SettlementChecks(scenario, verdicts, truth).all());
    checks.addAll(new LedgerChecks(scenario, truth).all());
    checks.addAll(ExpectationChecks.of(scenario.expectation(), truth));
    ConflictFold conflicts = new ConflictFold(slotIds);
    checks.addAll(conflictChecks(scenario, conflicts));
    return new Verified(checks, truth, conflicts.ofRun());
  }

  private void awaitFinal(List<SlotId> slotIds, Instant lastTimer)
      throws InterruptedException, RunFailedException {
    Progress progress = new Progress(listener, "settling auctions", slotIds.size());
    boolean all =
        waiting.until(
            slotIds.size(), lastTimer, () -> sources.truthStore().countFinal(slotIds), progress);
    if (!all) {
      Truth truth = sources.truthStore().read(slotIds, List.of());
      List<SlotId> missing =
          slotIds.stream().filter(slotId -> !truth.states().containsKey(slotId)).toList();
      throw new RunFailedException(
          ("%d of %d auctions were not settled in time, the first ones are %s;"
                  + " look into the logs of evaluator-service and settlement-service")
              .formatted(missing.size(), slotIds.size(), missing.stream().limit(5).toList()));
    }
  }

  /** The store is written behind the log: a slot is read again while items still arrive. */
  private Map<SlotId, Findings> readBidStore(List<SlotId> slotIds, AuctionLog log)
      throws InterruptedException, RunFailedException {
    Progress progress = new Progress(listener, "comparing DynamoDB with the log", log.bids());
    Map<SlotId, Findings> findings = new LinkedHashMap<>();
    long[] compared = {0};
    for (SlotId slotId : slotIds) {
      long expected = log.slot(slotId).map(slot -> (long) slot.firstById().size()).orElse(0L);
      boolean unused =
          waiting.until(
              compared[0] + expected,
              Instant.MIN,
              () -> {
                Findings found = audit(slotId, log);
                findings.put(slotId, found);
                return compared[0] + found.asLogged() + found.wrong();
              },
              progress);
      compared[0] += expected;
    }
    progress.reach(log.bids());
    return findings;
  }

  private Findings audit(SlotId slotId, AuctionLog log) throws RunFailedException {
    StoreAudit audit = new StoreAudit(log.slot(slotId));
    sources.bidStore().read(slotId, audit);
    return audit.findings();
  }

  /** Workers that lost a race may still be on their way to find that out. */
  private List<Check> conflictChecks(Scenario scenario, ConflictFold fold)
      throws InterruptedException, RunFailedException {
    listener.phase("comparing conflicts with telemetry", 0);
    ConflictFigures[] told = {NO_ANSWER};
    boolean unused =
        waiting.until(
            CONFLICTS_SETTLE_WITHIN,
            () -> {
              Optional<ConflictFigures> telemetry = sources.telemetry().conflicts();
              told[0] = telemetry.orElse(NO_ANSWER);
              sources.logs().readNewConflicts(fold);
              return fold.openOfRun() == 0 && told[0].equals(fold.ofAll());
            });
    return List.of(
        switch (scenario.expectation()) {
          case Expectation.Demo demo -> ConflictChecks.contendedAndResolved(fold.ofRun());
          case Expectation.Replay replay -> ConflictChecks.noneGivenUp(fold.ofRun());
        },
        ConflictChecks.telemetryAgrees(fold.ofAll(), told[0]));
  }

  private static List<String> advertisers(Scenario scenario) {
    return scenario.accounts().stream()
        .filter(account -> account.type() == PlannedAccount.Type.ADVERTISER)
        .map(PlannedAccount::accountId)
        .toList();
  }
}
