package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.telemetry.domain.ConflictReport.AttemptLine;
import io.quantedge.telemetry.domain.ConflictReport.CauseLine;
import io.quantedge.telemetry.domain.ConflictReport.Timeline;
import io.quantedge.telemetry.domain.ConflictReport.WorkerLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the fold of the conflicts into a report. */
final class ConflictReporter {
  private static final int TOP_WORKERS = 10;

  /** An operation settles hundreds of slots at once: naming all would make a frame a book. */
  private static final int MAX_SLOTS = 10;

  private ConflictReporter() {}

  static ConflictReport report(ExchangeFold exchange, int recent, Instant now) {
    ConflictFold fold = exchange.conflicts();
    ConflictTotals totals = fold.totals();
    Work work = Work.of(exchange.usage());
    ConflictCounts all = totals.all();
    TreeMap<String, Long> byCause = new TreeMap<>();
    totals.byCause().forEach((cause, count) -> byCause.put(cause.name(), count));
    return new ConflictReport(
        Evidence.of(Kind.MEASURED, all.operations(), fold.newestAt(), now),
        all.operations(),
        all.conflicts(),
        all.retries(),
        all.resolved(),
        all.exhausted(),
        all.open(),
        all.resolutionRate(),
        all.failedAttempts(),
        all.averageRetries(),
        byCause,
        totals.bySqlState(),
        totals.byRegion(),
        topWorkers(totals.byWorker()),
        fold.recentConflicted(recent).stream().map(ConflictReporter::timeline).toList(),
        totals.byRetries(),
        work.attemptsPerCommit(),
        all.failedAttempts(),
        work.wastedPercent(),
        totals.backoffMillis(),
        backoff(fold.backoffs()),
        totals.hotKeys().hottest(exchange.outcomes()::winningAccount),
        byCauseAndCode(totals));
  }

  /** What settlement services say about all their attempts, also those without trouble. */
  private record Work(@Nullable Double attemptsPerCommit, @Nullable Double wastedPercent) {
    static Work of(UsageFold usage) {
      long attempts = usage.sum(Count.TRUTH_ATTEMPTS).orElse(0);
      long failed = usage.sum(Count.TRUTH_FAILED_ATTEMPTS).orElse(0);
      long commits = usage.sum(Count.TRUTH_COMMITS).orElse(0);
      return new Work(
          commits == 0 ? null : Math.round(100.0 * attempts / commits) / 100.0,
          attempts == 0 ? null : Math.round(1_000.0 * failed / attempts) / 10.0);
    }
  }

  private static ConflictReport.Backoff backoff(LatencySample sample) {
    Percentiles percentiles = Percentiles.of(sample);
    return new ConflictReport.Backoff(
        percentiles.p50Millis(), percentiles.p95Millis(), percentiles.p99Millis(), sample.size());
  }

  private static List<CauseLine> byCauseAndCode(ConflictTotals totals) {
    return totals.byCauseAndCode().entrySet().stream()
        .map(entry ->
            new CauseLine(entry.getKey().cause().name(), entry.getKey().code(), entry.getValue()))
        .toList();
  }

  private static List<WorkerLine> topWorkers(Map<String, ConflictCounts> byWorker) {
    return byWorker.entrySet().stream()
        .map(entry -> new WorkerLine(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.<WorkerLine>comparingLong(line -> -line.counts().conflicts())
                .thenComparing(WorkerLine::worker))
        .limit(TOP_WORKERS)
        .toList();
  }

  static Timeline timeline(Operation operation) {
    ConflictEvent first = operation.first().orElseThrow();
    return new Timeline(
        operation.operationId().toString(),
        first.slotIds().stream().limit(MAX_SLOTS).map(Object::toString).toList(),
        first.worker(),
        first.region(),
        operation.failures().values().stream().map(ConflictReporter::attempt).toList(),
        end(operation),
        endAttempt(operation),
        operation.resolved() == null ? null : operation.resolved().finding().name(),
        first.at(),
        operation.lastAt());
  }

  private static AttemptLine attempt(AttemptFailed failed) {
    return new AttemptLine(
        failed.attempt(),
        failed.cause().name(),
        failed.sqlState().orElse(null),
        failed.code().orElse(null),
        failed.backoffMillis(),
        failed.at());
  }

  private static String end(Operation operation) {
    if (operation.resolved() != null) {
      return "RESOLVED";
    }
    return operation.exhausted() != null ? "EXHAUSTED" : "OPEN";
  }

  private static @Nullable Integer endAttempt(Operation operation) {
    if (operation.resolved() != null) {
      return operation.resolved().attempt();
    }
    return operation.exhausted() != null ? operation.exhausted().attempt() : null;
  }
}
