package io.quantedge.simulator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.RunReport.Auction;
import io.quantedge.simulator.RunReport.Bids;
import io.quantedge.simulator.RunReport.Conflicts;
import io.quantedge.simulator.application.Trading.Traded;
import io.quantedge.simulator.application.Verification.Verified;
import io.quantedge.simulator.domain.evidence.Answers;
import io.quantedge.simulator.domain.evidence.ConflictFigures;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import io.quantedge.simulator.domain.scenario.RunIds;
import io.quantedge.simulator.domain.scenario.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a run's figures into the form of the report. */
record ReportMaker(Scenario scenario, Traded traded, Verified verified) {
  private static final String UNDECIDED = "UNDECIDED";

  RunReport make(Instant startedAt, Duration duration, long residentMiB) {
    Map<SlotId, SettlementRow> settlements =
        verified.truth().settlements().stream()
            .collect(
                Collectors.toMap(
                    SettlementRow::slotId, Function.identity(), (first, same) -> first));
    return new RunReport(
        scenario.command(),
        RunIds.uuid(scenario.runId()).toString(),
        scenario.seed(),
        startedAt,
        perThousand(duration.toMillis()),
        residentMiB,
        bids(),
        scenario.slots().stream()
            .map(slot -> auction(slot, settlements.get(slot.slotId())))
            .toList(),
        conflicts(verified.conflicts()),
        verified.checks());
  }

  private Bids bids() {
    Answers answers = traded.answers();
    BigDecimal millis = BigDecimal.valueOf(Math.max(1, traded.sending().toMillis()));
    return new Bids(
        answers.planned(),
        answers.acknowledged(),
        answers.refusedByCode(),
        BigDecimal.valueOf(scenario.lateFrom() * 1_000L).divide(millis, 1, RoundingMode.HALF_UP));
  }

  private Auction auction(PlannedSlot slot, @Nullable SettlementRow settled) {
    String state = verified.truth().states().getOrDefault(slot.slotId(), UNDECIDED);
    return new Auction(
        slot.label(),
        slot.slotId().value(),
        state,
        settled == null ? null : settled.buyerId(),
        settled == null ? null : settled.winningBid().amount(),
        settled == null ? null : settled.price().amount(),
        settled == null ? null : settled.settlementId().toString());
  }

  private static Conflicts conflicts(ConflictFigures figures) {
    return new Conflicts(
        figures.conflicts(),
        figures.retries(),
        figures.resolved(),
        figures.exhausted(),
        figures.resolutionRate());
  }

  private static BigDecimal perThousand(long millis) {
    return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP);
  }
}
