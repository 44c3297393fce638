package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.domain.OutcomeFold.Decision;
import io.quantedge.telemetry.domain.Overview.SlotLine;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for slots among those that are kept. Not thread-safe. */
final class SlotFinder {
  private final TrafficFold traffic;
  private final OutcomeFold outcomes;
  private final SettlementFold settlements;
  private final SlotLineMaker lines;

  SlotFinder(
      TrafficFold traffic, OutcomeFold outcomes, SettlementFold settlements, SlotLineMaker lines) {
    this.traffic = traffic;
    this.outcomes = outcomes;
    this.settlements = settlements;
    this.lines = lines;
  }

  /**
   * Every kept slot whose id or name contains a text, in no order.
   *
   * @param lowerCase the text, in lower case
   */
  List<SlotSummary> find(String lowerCase) {
    Set<SlotId> slotIds = new HashSet<>();
    traffic.kept().forEach(stats -> slotIds.add(stats.slotId()));
    outcomes.kept().forEach(made -> slotIds.add(made.slotId()));
    settlements.kept().forEach(made -> slotIds.add(made.slotId()));
    return slotIds.stream().map(this::summary).filter(slot -> slot.contains(lowerCase)).toList();
  }

  private SlotSummary summary(SlotId slotId) {
    SlotLine line = lines.line(slotId);
    Optional<Instant> closedAt =
        outcomes
            .of(slotId)
            .map(Decision::closedAt)
            .or(() -> settlements.of(slotId).map(SettlementEvent::closedAt));
    return new SlotSummary(
        line.slotId(),
        line.name(),
        SlotState.valueOf(line.state()),
        traffic.of(slotId).map(TrafficStats::total).map(total -> total.received()).orElse(null),
        line.winner(),
        line.price(),
        line.currency(),
        closedAt.orElse(null),
        null,
        line.lastAt());
  }
}
