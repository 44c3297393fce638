package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Contention on the truth store, as people and programs read it. The meaning of each figure is that
 * of {@link ConflictCounts}.
 *
 * @param open conflicted operations that have not come to an end
 * @param resolutionRate per cent, one decimal
 * @param averageRetries per operation that had trouble, two decimals
 * @param byCause failed attempts by cause
 * @param bySqlState failed attempts by SQLSTATE
 * @param byRegion by the region of the operation's first event
 * @param byWorker the workers with the most conflicts, most first
 * @param recent the conflicted operations that spoke last, newest first
 */
public record ConflictReport(
    Evidence evidence,
    long operations,
    long conflicts,
    long retries,
    long resolved,
    long exhausted,
    long open,
    double resolutionRate,
    long failedAttempts,
    double averageRetries,
    SortedMap<String, Long> byCause,
    SortedMap<String, Long> bySqlState,
    SortedMap<String, ConflictCounts> byRegion,
    List<WorkerLine> byWorker,
    List<Timeline> recent)
    implements FigureGroup {

  /** The figures of one worker. */
  public record WorkerLine(String worker, ConflictCounts counts) {}

  /**
   * What happened to one contended operation.
   *
   * @param attempts its failed attempts in order
   * @param end how it ended: {@code RESOLVED}, {@code EXHAUSTED}, or {@code OPEN} if it did not yet
   * @param endAttempt the attempt that ended it; null while open
   * @param finding what the last attempt found, {@code COMMITTED} or {@code ALREADY_SETTLED}; null
   *     unless resolved
   */
  public record Timeline(
      String operationId,
      List<String> slotIds,
      String worker,
      String region,
      List<AttemptLine> attempts,
      String end,
      @Nullable Integer endAttempt,
      @Nullable String finding,
      Instant startedAt,
      Instant lastAt) {}

  /** One failed attempt. */
  public record AttemptLine(
      int attempt,
      String cause,
      @Nullable String sqlState,
      @Nullable String code,
      long backoffMillis,
      Instant at) {}
}
