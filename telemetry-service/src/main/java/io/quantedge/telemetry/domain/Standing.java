package io.quantedge.telemetry.domain;

import io.quantedge.contracts.usage.UsageReport.Level;
import io.quantedge.telemetry.domain.Overview.HotLine;
import io.quantedge.telemetry.domain.Overview.Latency;
import io.quantedge.telemetry.domain.Overview.LatencyFigures;
import io.quantedge.telemetry.domain.Overview.Reconciliation;
import io.quantedge.telemetry.domain.TruthReading.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The groups of an overview that say how the exchange stands, not what it did. */
final class Standing {
  private static final int HOT_LINES = 10;

  private final ExchangeFold fold;
  private final Totals totals;
  private final Surroundings around;
  private final Instant now;

  Standing(ExchangeFold fold, Totals totals, Surroundings around, Instant now) {
    this.fold = fold;
    this.totals = totals;
    this.around = around;
    this.now = now;
  }

  Latency latency() {
    LatencyFold latencies = fold.latencies();
    return new Latency(
        figures(latencies.closeToOutcome()),
        figures(latencies.outcomeToSettled()),
        figures(latencies.closeToSettled()));
  }

  private LatencyFigures figures(LatencyFold.Measure measure) {
    Percentiles percentiles = Percentiles.of(measure.sample());
    return new LatencyFigures(
        Evidence.of(Kind.DERIVED, measure.sample().size(), measure.newestAt(), now),
        percentiles.p50Millis(),
        percentiles.p95Millis(),
        percentiles.p99Millis());
  }

  Overview.HotSlots hotSlots() {
    HotSlots.Window window = fold.traffic().hotSlots().window(HOT_LINES, now);
    SlotLineMaker slotLines = fold.slotLines();
    List<HotLine> lines =
        window.hottest().stream()
            .map(rate ->
                new HotLine(
                    rate.slotId().value(),
                    rate.bidsPerSecond(),
                    fold.traffic()
                        .of(rate.slotId())
                        .map(stats -> stats.total().received())
                        .orElse(0L),
                    slotLines.state(rate.slotId())))
            .toList();
    return new Overview.HotSlots(
        Evidence.of(Kind.DERIVED, window.bids(), fold.traffic().newestAt(), now),
        window.seconds(),
        lines);
  }

  Reconciliation reconciliation() {
    return new Reconciliation(
        Evidence.of(
            Kind.DERIVED, totals.bids().received() + totals.outcomes() + entries(), now, now),
        new Reconciler(fold, totals, around, now).checks());
  }

  private long entries() {
    return around.truth().books().map(Books::entries).orElse(0L);
  }

  Overview.Store store() {
    UsageFold usage = fold.usage();
    List<Long> lags = usage.levels(Level.STORE_LAG_RECORDS, now);
    List<Long> oldest = usage.levels(Level.STORE_OLDEST_UNWRITTEN_MILLIS, now);
    List<Long> hot = usage.levels(Level.STORE_HOT_SLOTS, now);
    return new Overview.Store(
        Evidence.of(Kind.MEASURED, lags.size(), usage.newestAt(), now),
        lags.isEmpty() ? null : sum(lags),
        oldest.isEmpty()
            ? null
            : seconds(Duration.ofMillis(oldest.stream().mapToLong(v -> v).max().orElse(0))),
        hot.isEmpty() ? null : sum(hot),
        totals
            .oldestWaitingSince()
            .map(since -> seconds(Duration.between(since, now)))
            .orElse(null));
  }

  Overview.Ledger ledger() {
    Optional<Books> books = around.truth().books();
    @Nullable Instant at = books.map(Books::at).orElse(null);
    return new Overview.Ledger(
        Evidence.of(Kind.MEASURED, entries(), at, now),
        books.map(Books::entries).orElse(null),
        books.map(Books::postings).orElse(null),
        books.map(Books::voided).orElse(null),
        books.map(Books::disputed).orElse(null),
        at);
  }

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sum();
  }

  private static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis()) / 1_000.0;
  }
}
