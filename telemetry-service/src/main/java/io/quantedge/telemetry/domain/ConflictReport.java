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
 * @param retriesDistribution operations that had trouble by their retries, 1 to 10; 10 means "or
 *     more"
 * @param attemptsPerCommit retry amplification: attempts over commits, as settlement services count
 *     them; null if none reports it
 * @param wastedAttempts failed attempts
 * @param wastedWorkPercent failed attempts over all attempts, one decimal, counted likewise
 * @param backoffMillisTotal time that all operations waited before trying again
 * @param backoff of the newest backoffs
 * @param hotKeys the slots that were most often in an operation that conflicted, and the accounts
 *     that pay for them, most first
 * @param byCauseAndCode failed attempts by cause and the store's code
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
    List<Timeline> recent,
    List<RetryLine> retriesDistribution,
    @Nullable Double attemptsPerCommit,
    long wastedAttempts,
    @Nullable Double wastedWorkPercent,
    long backoffMillisTotal,
    Backoff backoff,
    List<HotKey> hotKeys,
    List<CauseLine> byCauseAndCode)
    implements FigureGroup {

  /** The figures of one worker. */
  public record WorkerLine(String worker, ConflictCounts counts) {}

  /** How many operations made so many retries. */
  public record RetryLine(int retries, long operations) {}

  /** Milliseconds that operations waited between two attempts; null without a sample. */
  public record Backoff(
      @Nullable Long p50Millis,
      @Nullable Long p95Millis,
      @Nullable Long p99Millis,
      long sampleSize) {}

  /**
   * What is fought over.
   *
   * @param kind {@code SLOT} or {@code ACCOUNT}
   * @param conflicts operations that conflicted with this key among theirs; an account counts an
   *     operation once for each slot that it won
   */
  public record HotKey(String key, String kind, long conflicts) {}

  /**
   * @param code {@code OC000} data, {@code OC001} schema, {@code (none)} if the store gave none
   */
  public record CauseLine(String cause, String code, long failedAttempts) {}

  /**
   * What happened to one contended operation.
   *
   * @param slotIds the first few of its slots
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
