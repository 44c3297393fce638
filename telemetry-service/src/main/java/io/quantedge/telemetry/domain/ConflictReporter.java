package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.telemetry.domain.ConflictReport.AttemptLine;
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

  private ConflictReporter() {}

  static ConflictReport report(ConflictFold fold, int recent, Instant now) {
    ConflictTotals totals = fold.totals();
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
        fold.recentConflicted(recent).stream().map(ConflictReporter::timeline).toList());
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
        first.slotIds().stream().map(Object::toString).toList(),
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
