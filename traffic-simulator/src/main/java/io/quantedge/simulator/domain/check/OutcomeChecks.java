package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import io.quantedge.simulator.domain.check.Verdicts.Verdict;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.Outcomes;
import io.quantedge.simulator.domain.evidence.SlotLog;
import io.quantedge.simulator.domain.evidence.SlotLog.Marker;
import io.quantedge.simulator.domain.evidence.SlotLog.Opening;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The announced outcomes against the oracle and a recount of the log. */
public final class OutcomeChecks {
  private final Scenario scenario;
  private final AuctionLog log;
  private final Outcomes outcomes;
  private final Verdicts verdicts;

  public OutcomeChecks(Scenario scenario, AuctionLog log, Outcomes outcomes, Verdicts verdicts) {
    this.scenario = scenario;
    this.log = log;
    this.outcomes = outcomes;
    this.verdicts = verdicts;
  }

  public List<Check> all() {
    return List.of(
        oneOutcome(),
        judgeEach("each outcome's winner and price are the oracle's", this::faultOfCandidates),
        judgeEach("received = counted + duplicate + rejected", this::faultOfCounts),
        judgeEach("each outcome's digest is that of its bids", this::faultOfDigest));
  }

  private Check oneOutcome() {
    Audit audit = new Audit("every slot has one outcome");
    for (PlannedSlot slot : scenario.slots()) {
      int found = outcomes.of(slot.slotId()).size();
      audit.judge(found == 1, () -> "%s has %d different outcomes".formatted(slot.slotId(), found));
    }
    return audit.toCheck();
  }

  private Check judgeEach(
      String name, BiFunction<AuctionOutcome, Verdict, Optional<String>> faultOf) {
    Audit audit = new Audit(name);
    for (PlannedSlot slot : scenario.slots()) {
      SlotId slotId = slot.slotId();
      List<AuctionOutcome> found = outcomes.of(slotId);
      Optional<Verdict> verdict = verdicts.of(slotId);
      if (found.isEmpty() || verdict.isEmpty()) {
        audit.judge(false, () -> slotId + " has no outcome or is not in the log");
      } else {
        audit.judge(
            found.stream()
                .flatMap(outcome -> faultOf.apply(outcome, verdict.get()).stream())
                .findFirst()
                .map(fault -> slotId + ": " + fault));
      }
    }
    return audit.toCheck();
  }

  private Optional<String> faultOfCandidates(AuctionOutcome outcome, Verdict verdict) {
    List<String> expected = verdict.candidates().stream().map(OutcomeChecks::text).toList();
    List<String> actual = outcome.candidates().stream().map(OutcomeChecks::text).toList();
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("must be " + expected + ", is " + actual);
  }

  private static String text(Expected expected) {
    Offer offer = expected.offer();
    return "%s of %s for %s pays %s"
        .formatted(offer.bidId(), offer.accountId(), offer.units(), expected.priceUnits());
  }

  private static String text(Candidate candidate) {
    return "%s of %s for %s pays %s"
        .formatted(
            candidate.bid().bidId(),
            candidate.bid().accountId(),
            candidate.bid().price().units(),
            candidate.clearingPrice().units());
  }

  private Optional<String> faultOfCounts(AuctionOutcome outcome, Verdict verdict) {
    Recount recount = verdict.recount();
    if (!outcome.total().equals(recount.total())) {
      return Optional.of("must be " + recount.total() + ", is " + outcome.total());
    }
    if (!outcome.byRegion().equals(recount.byRegion())) {
      return Optional.of("must be " + recount.byRegion() + ", is " + outcome.byRegion());
    }
    return hasRightPlace(outcome)
        ? Optional.empty()
        : Optional.of("its offsets are not those of the opening and the marker in the log");
  }

  private boolean hasRightPlace(AuctionOutcome outcome) {
    return log.slot(outcome.slot().slotId())
        .filter(slotLog -> slotLog.partition() == outcome.partition())
        .filter(slotLog -> slotLog.lastOffsetBeforeMarker() == outcome.lastOffset())
        .filter(slotLog -> isAt(slotLog.opening().map(Opening::offset), outcome.openOffset()))
        .filter(slotLog -> isAt(slotLog.marker().map(Marker::offset), outcome.closeOffset()))
        .filter(slotLog -> definedAs(slotLog, outcome))
        .isPresent();
  }

  private static boolean definedAs(SlotLog slotLog, AuctionOutcome outcome) {
    return slotLog.opening().map(Opening::definition).equals(Optional.of(outcome.slot()));
  }

  private static boolean isAt(Optional<Long> offset, long expected) {
    return offset.equals(Optional.of(expected));
  }

  private Optional<String> faultOfDigest(AuctionOutcome outcome, Verdict verdict) {
    String digest = BidDigest.of(verdict.recount().counted());
    return outcome.digest().equals(digest)
        ? Optional.empty()
        : Optional.of("must be " + digest + ", is " + outcome.digest());
  }
}
