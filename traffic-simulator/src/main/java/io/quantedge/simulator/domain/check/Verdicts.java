package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.SlotLog;
import io.quantedge.simulator.domain.evidence.SlotLog.Opening;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each auction of a run must have come to, by the plan and the log alone. Immutable once made.
 */
public final class Verdicts {
  private final Map<SlotId, Verdict> bySlot = new LinkedHashMap<>();

  /** What a slot must have come to. */
  record Verdict(Recount recount, List<Expected> candidates) {}

  public Verdicts(Scenario scenario, AuctionLog log, PlannedBids planned) {
    for (PlannedSlot slot : scenario.slots()) {
      log.slot(slot.slotId())
          .flatMap(slotLog -> verdict(slot, slotLog, planned))
          .ifPresent(verdict -> bySlot.put(slot.slotId(), verdict));
    }
  }

  /** Empty if the log has no opening of the slot. */
  Optional<Verdict> of(SlotId slotId) {
    return Optional.ofNullable(bySlot.get(slotId));
  }

  /** The candidates of a slot, best first; empty if it must be unsold or is not in the log. */
  List<Expected> candidates(SlotId slotId) {
    return of(slotId).map(Verdict::candidates).orElse(List.of());
  }

  private static Optional<Verdict> verdict(PlannedSlot slot, SlotLog slotLog, PlannedBids planned) {
    return slotLog
        .opening()
        .map(Opening::definition)
        .map(definition -> {
          Recount recount = Recount.of(definition, slotLog);
          return new Verdict(recount, Oracle.decide(slot.terms(), offers(slot, recount, planned)));
        });
  }

  /** Only what was really sent may win: a counted bid that nobody sent is no offer. */
  private static List<Offer> offers(PlannedSlot slot, Recount recount, PlannedBids planned) {
    boolean byQuality = slot.terms().ranking() == RankingRule.QUALITY;
    return recount.counted().stream()
        .flatMap(bid ->
            planned.saying(bid).stream().map(sent -> Offer.of(sent, byQuality, bid.acceptedAt())))
        .toList();
  }
}
