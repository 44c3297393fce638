package io.quantedge.telemetry.domain;

import io.quantedge.contracts.traffic.Tally;
import io.quantedge.telemetry.domain.Overview.Bids;
import io.quantedge.telemetry.domain.Overview.CloseToSettled;
import io.quantedge.telemetry.domain.Overview.CurrencySum;
import io.quantedge.telemetry.domain.Overview.MoneySettled;
import io.quantedge.telemetry.domain.Overview.Outcomes;
import io.quantedge.telemetry.domain.Overview.Rate;
import io.quantedge.telemetry.domain.Overview.RegionBids;
import io.quantedge.telemetry.domain.Overview.Settlements;
import io.quantedge.telemetry.domain.Overview.SlotLine;
import io.quantedge.telemetry.domain.Overview.SlotLines;
import io.quantedge.telemetry.domain.Overview.Slots;
import io.quantedge.telemetry.domain.Overview.WinningRegions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an {@link Overview} together from the fold, all of it for the same moment. */
final class OverviewMaker {
  private static final int TOP_SLOTS = 10;

  private final ExchangeFold fold;
  private final Totals totals;
  private final Surroundings around;
  private final Instant now;

  OverviewMaker(ExchangeFold fold, Surroundings around, Instant now) {
    this.fold = fold;
    this.totals = fold.totals();
    this.around = around;
    this.now = now;
  }

  Overview overview() {
    Standing standing = new Standing(fold, totals, around, now);
    SlotLineMaker slotLines = fold.slotLines();
    return new Overview(
        now,
        bids(),
        rate(),
        new Slots(
            evidence(Kind.MEASURED, totals.openSlots() + totals.closedSlots(), trafficAt()),
            totals.openSlots(),
            totals.closedSlots()),
        new Outcomes(
            evidence(Kind.MEASURED, totals.outcomes(), fold.outcomes().newestAt()),
            totals.awarded(),
            totals.unsold()),
        settlements(),
        money(),
        closeToSettled(),
        winningRegions(),
        lines(slotLines.top(TOP_SLOTS)),
        lines(slotLines.recent(around.lines())),
        fold.coverage(around.unreadable(), around.provenance()),
        standing.latency(),
        standing.hotSlots(),
        standing.reconciliation(),
        standing.store(),
        standing.ledger());
  }

  private Bids bids() {
    Tally all = totals.bids();
    TreeMap<String, Long> rejected = new TreeMap<>();
    all.rejected().forEach((reason, count) -> rejected.put(reason.name(), count));
    TreeMap<String, RegionBids> byRegion = new TreeMap<>();
    totals.bidsByRegion().forEach((region, bids) -> byRegion.put(region.name(), regionBids(bids)));
    return new Bids(
        evidence(Kind.MEASURED, all.received() + totals.late(), trafficAt()),
        all.received(),
        all.counted(),
        all.duplicate(),
        rejected,
        totals.late(),
        byRegion);
  }

  private static RegionBids regionBids(Tally bids) {
    return new RegionBids(bids.received(), bids.counted(), bids.duplicate(), bids.rejectedTotal());
  }

  private Rate rate() {
    Series.Window window = around.rate();
    return new Rate(
        evidence(Kind.DERIVED, window.bids(), trafficAt()),
        window.seconds(),
        window.bidsPerSecond().isPresent() ? window.bidsPerSecond().getAsDouble() : null);
  }

  private Settlements settlements() {
    return new Settlements(
        evidence(Kind.MEASURED, totals.settlements(), fold.settlements().newestAt()),
        totals.settled(),
        totals.rejected(),
        totals.settledUnsold(),
        totals.waiting(),
        totals.oldestWaitingSince().orElse(null));
  }

  private MoneySettled money() {
    TreeMap<String, CurrencySum> byCurrency = new TreeMap<>();
    fold.settlements()
        .byCurrency()
        .forEach((currency, sum) -> byCurrency.put(currency, currencySum(sum)));
    return new MoneySettled(
        evidence(Kind.MEASURED, totals.settled(), fold.settlements().newestAt()), byCurrency);
  }

  private static CurrencySum currencySum(MoneySums sum) {
    return new CurrencySum(sum.settlements(), text(sum.price()), text(sum.fee()), text(sum.net()));
  }

  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }

  private CloseToSettled closeToSettled() {
    Overview.LatencyFigures latency =
        new Standing(fold, totals, around, now).latency().closeToSettled();
    return new CloseToSettled(
        latency.evidence(), latency.p50Millis(), latency.p95Millis(), latency.p99Millis());
  }

  private WinningRegions winningRegions() {
    return new WinningRegions(
        evidence(Kind.MEASURED, totals.awarded(), fold.outcomes().newestAt()),
        fold.outcomes().winsByRegion());
  }

  private SlotLines lines(List<SlotLine> lines) {
    Instant newest = lines.stream().map(SlotLine::lastAt).max(Instant::compareTo).orElse(null);
    return new SlotLines(evidence(Kind.MEASURED, lines.size(), newest), lines);
  }

  private @Nullable Instant trafficAt() {
    return fold.traffic().newestAt();
  }

  private Evidence evidence(Kind kind, long sampleSize, @Nullable Instant newestAt) {
    return Evidence.of(kind, sampleSize, newestAt, now);
  }
}
