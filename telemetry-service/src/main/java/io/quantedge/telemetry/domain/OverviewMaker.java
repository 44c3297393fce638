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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts an {@link Overview} together from the fold, all of it for the same moment. */
final class OverviewMaker {
  private static final int TOP_SLOTS = 10;

  private final ExchangeFold fold;
  private final Totals totals;
  private final Series series;
  private final Instant now;

  OverviewMaker(ExchangeFold fold, Series series, Instant now) {
    this.fold = fold;
    this.totals = fold.totals();
    this.series = series;
    this.now = now;
  }

  Overview overview(SortedMap<String, Long> unreadable, int lines) {
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
        lines(slotLines.recent(lines)),
        fold.coverage(unreadable));
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
    Series.Window window = series.window();
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

  private static CurrencySum currencySum(SettlementFold.MoneySettled sum) {
    return new CurrencySum(sum.settlements(), text(sum.price()), text(sum.fee()), text(sum.net()));
  }

  private static String text(BigDecimal amount) {
    return amount.toPlainString();
  }

  private CloseToSettled closeToSettled() {
    LatencySample sample = fold.settlements().closeToSettled();
    Evidence evidence = evidence(Kind.DERIVED, sample.size(), fold.settlements().newestAt());
    if (sample.size() == 0) {
      return new CloseToSettled(evidence, null, null, null);
    }
    long[] percentiles = sample.percentiles(50, 95, 99);
    return new CloseToSettled(evidence, percentiles[0], percentiles[1], percentiles[2]);
  }

  private WinningRegions winningRegions() {
    TreeMap<String, Long> byRegion = new TreeMap<>();
    fold.outcomes().winsByRegion().forEach((region, wins) -> byRegion.put(region.name(), wins));
    return new WinningRegions(
        evidence(Kind.MEASURED, totals.awarded(), fold.outcomes().newestAt()), byRegion);
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
