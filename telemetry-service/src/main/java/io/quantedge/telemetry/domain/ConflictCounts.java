package io.quantedge.telemetry.domain;

/**
 * The figures of a set of operations that add up. An operation that committed at its first attempt
 * says nothing and is not among them.
 *
 * @param operations operations of which any event was seen
 * @param conflicts operations with at least one attempt that failed by a conflict
 * @param retries the sum of (last attempt number seen − 1) over the operations
 * @param resolved conflicted operations that came to their end
 * @param exhausted conflicted operations that gave up
 * @param failedAttempts failed attempts, whatever their cause
 */
public record ConflictCounts(
    long operations,
    long conflicts,
    long retries,
    long resolved,
    long exhausted,
    long failedAttempts) {
  public static final ConflictCounts NONE = new ConflictCounts(0, 0, 0, 0, 0, 0);

  static ConflictCounts of(Operation operation) {
    boolean conflicted = operation.isConflicted();
    return new ConflictCounts(
        1,
        conflicted ? 1 : 0,
        operation.retries(),
        conflicted && operation.resolved() != null ? 1 : 0,
        conflicted && operation.isGivenUp() ? 1 : 0,
        operation.failures().size());
  }

  ConflictCounts plus(ConflictCounts other) {
    return new ConflictCounts(
        operations + other.operations,
        conflicts + other.conflicts,
        retries + other.retries,
        resolved + other.resolved,
        exhausted + other.exhausted,
        failedAttempts + other.failedAttempts);
  }

  ConflictCounts times(int sign) {
    return new ConflictCounts(
        sign * operations,
        sign * conflicts,
        sign * retries,
        sign * resolved,
        sign * exhausted,
        sign * failedAttempts);
  }

  /** Conflicted operations that have not come to an end. */
  public long open() {
    return conflicts - resolved - exhausted;
  }

  /**
   * Per cent of the conflicts that were resolved, with one decimal, rounded half up; 100.0 only if
   * none is unresolved, which is also so when there was none.
   */
  public double resolutionRate() {
    if (resolved == conflicts) {
      return 100.0;
    }
    return Math.min(99.9, Math.round(1_000.0 * resolved / conflicts) / 10.0);
  }

  /** Retries per operation that had trouble, with two decimals; zero if there was none. */
  public double averageRetries() {
    return operations == 0 ? 0.0 : Math.round(100.0 * retries / operations) / 100.0;
  }
}
