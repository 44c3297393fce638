package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.domain.OutcomeFold.Decision;
import io.quantedge.telemetry.domain.OutcomeFold.Winner;
import io.quantedge.telemetry.domain.Overview.SlotLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Joins what three topics say about a slot. */
final class SlotLineMaker {
  private final TrafficFold traffic;
  private final OutcomeFold outcomes;
  private final SettlementFold settlements;

  SlotLineMaker(TrafficFold traffic, OutcomeFold outcomes, SettlementFold settlements) {
    this.traffic = traffic;
    this.outcomes = outcomes;
    this.settlements = settlements;
  }

  /** The slots with the most bids, most first. */
  List<SlotLine> top(int max) {
    return traffic
        .kept()
        .sorted(
            Comparator.<TrafficStats>comparingLong(stats -> -stats.total().received())
                .thenComparing(TrafficStats::slotId))
        .limit(max)
        .map(stats -> line(stats.slotId()))
        .toList();
  }

  /** The slots that moved last, newest first. */
  List<SlotLine> recent(int max) {
    return newestSlots(max).stream()
        .map(this::line)
        .sorted(Comparator.comparing(SlotLine::lastAt).reversed().thenComparing(SlotLine::slotId))
        .limit(max)
        .toList();
  }

  /** The newest of each topic: no other slot can be among the newest of all. */
  private Set<SlotId> newestSlots(int max) {
    Set<SlotId> slotIds = new HashSet<>();
    record Seen(SlotId slotId, Instant at) {}
    Stream.of(
            traffic.kept().map(stats -> new Seen(stats.slotId(), stats.countedAt())),
            outcomes.kept().map(made -> new Seen(made.slotId(), made.closedAt())),
            settlements.kept().map(made -> new Seen(made.slotId(), made.committedAt())))
        .forEach(seen ->
            seen.sorted(Comparator.comparing(Seen::at).reversed())
                .limit(max)
                .forEach(newest -> slotIds.add(newest.slotId())));
    return slotIds;
  }

  /** What is known of a slot; an unknown one looks like one that is open and has no bids. */
  SlotLine line(SlotId slotId) {
    Optional<TrafficStats> stats = traffic.of(slotId);
    Optional<Decision> decision = outcomes.of(slotId);
    Optional<SettlementEvent> settlement = settlements.of(slotId);
    Optional<Deal> deal = deal(decision, settlement);
    return new SlotLine(
        slotId.value(),
        decision.map(made -> made.name()).orElse(null),
        state(stats, decision, settlement),
        stats.map(s -> s.total().received()).orElse(0L),
        stats.map(s -> s.total().counted()).orElse(0L),
        stats.map(TrafficStats::late).orElse(0L),
        deal.map(Deal::region).orElse(null),
        deal.map(Deal::account).orElse(null),
        deal.map(made -> made.price().amount()).orElse(null),
        deal.map(made -> made.price().currency()).orElse(null),
        lastAt(stats, decision, settlement));
  }

  /** Who takes the slot at which price: the settlement's word, else the outcome's. */
  private record Deal(String region, String account, Money price) {}

  private static Optional<Deal> deal(
      Optional<Decision> decision, Optional<SettlementEvent> settlement) {
    if (settlement.isEmpty()) {
      return decision.flatMap(Decision::winner).map(SlotLineMaker::deal);
    }
    return settlement.get() instanceof SettlementEvent.Settled sold
        ? Optional.of(new Deal(sold.region().name(), sold.buyerId().value(), sold.price()))
        : Optional.empty();
  }

  private static Deal deal(Winner winner) {
    return new Deal(winner.region(), winner.account(), winner.price());
  }

  String state(SlotId slotId) {
    return state(traffic.of(slotId), outcomes.of(slotId), settlements.of(slotId));
  }

  private static String state(
      Optional<TrafficStats> stats,
      Optional<Decision> decision,
      Optional<SettlementEvent> settlement) {
    if (settlement.isPresent()) {
      return switch (settlement.get()) {
        case SettlementEvent.Settled _ -> "SETTLED";
        case SettlementEvent.Rejected _ -> "REJECTED";
        case SettlementEvent.Unsold _ -> "UNSOLD";
      };
    }
    if (decision.isPresent()) {
      return decision.get().winner().isPresent() ? "AWARDED" : "UNSOLD";
    }
    return stats.isPresent() && stats.get().closed() ? "CLOSED" : "OPEN";
  }

  private static Instant lastAt(
      Optional<TrafficStats> stats,
      Optional<Decision> decision,
      Optional<SettlementEvent> settlement) {
    return Stream.of(
            stats.map(TrafficStats::countedAt),
            decision.map(Decision::closedAt),
            settlement.map(SettlementEvent::committedAt))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
