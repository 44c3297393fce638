package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Running sums over operations, from which a former state of an operation can be taken back, so
 * that the sums depend on the set of events only. Not thread-safe.
 */
final class ConflictTotals {
  /** A bound on memory: workers and SQL states are names that others choose. */
  static final int MAX_NAMES = 256;

  /** Where names beyond {@link #MAX_NAMES} are counted together. */
  static final String OTHERS = "(others)";

  /** What is said of an attempt to which the store gave no SQLSTATE. */
  static final String NO_SQL_STATE = "(none)";

  /** Operations with so many retries or more are counted together. */
  static final int MANY_RETRIES = 10;

  private static final Comparator<CauseAndCode> BY_CAUSE_THEN_CODE =
      Comparator.comparing(CauseAndCode::cause).thenComparing(CauseAndCode::code);

  private ConflictCounts all = ConflictCounts.NONE;
  private final TreeMap<Cause, Long> byCause = new TreeMap<>();
  private final TreeMap<String, Long> bySqlState = new TreeMap<>();
  private final TreeMap<CauseAndCode, Long> byCauseAndCode = new TreeMap<>(BY_CAUSE_THEN_CODE);
  private final long[] byRetries = new long[MANY_RETRIES + 1];
  private final HotKeys hotKeys = new HotKeys();
  private long backoffMillis;
  private final TreeMap<String, ConflictCounts> byRegion = new TreeMap<>();
  private final TreeMap<String, ConflictCounts> byWorker = new TreeMap<>();

  /** A failed attempt's cause with the store's code; {@link #NO_SQL_STATE} if it gave none. */
  record CauseAndCode(Cause cause, String code) {}

  /** Puts an operation's newer state in place of its former one. */
  void replace(Operation former, Operation newer) {
    if (newer.isConflicted() && !former.isConflicted()) {
      newer.first().ifPresent(first -> hotKeys.conflicted(first.slotIds()));
    }
    add(former, -1);
    add(newer, 1);
  }

  private void add(Operation operation, int sign) {
    if (operation.lastAttempt() == 0) {
      return;
    }
    ConflictCounts counts = ConflictCounts.of(operation).times(sign);
    all = all.plus(counts);
    operation
        .first()
        .ifPresent(first -> {
          byRegion.merge(name(byRegion, first.region()), counts, ConflictCounts::plus);
          byWorker.merge(name(byWorker, first.worker()), counts, ConflictCounts::plus);
        });
    byRetries[Math.min(MANY_RETRIES, operation.retries())] += sign;
    for (AttemptFailed failed : operation.failures().values()) {
      byCause.merge(failed.cause(), (long) sign, Long::sum);
      String sqlState = failed.sqlState().orElse(NO_SQL_STATE);
      bySqlState.merge(name(bySqlState, sqlState), (long) sign, Long::sum);
      byCauseAndCode.merge(causeAndCode(failed), (long) sign, Long::sum);
      backoffMillis += sign * failed.backoffMillis();
    }
  }

  private CauseAndCode causeAndCode(AttemptFailed failed) {
    CauseAndCode key = new CauseAndCode(failed.cause(), failed.code().orElse(NO_SQL_STATE));
    return byCauseAndCode.containsKey(key) || byCauseAndCode.size() < MAX_NAMES
        ? key
        : new CauseAndCode(failed.cause(), OTHERS);
  }

  private static String name(TreeMap<String, ?> named, String name) {
    return named.containsKey(name) || named.size() < MAX_NAMES ? name : OTHERS;
  }

  ConflictCounts all() {
    return all;
  }

  TreeMap<Cause, Long> byCause() {
    return positive(byCause);
  }

  TreeMap<String, Long> bySqlState() {
    return positive(bySqlState);
  }

  TreeMap<CauseAndCode, Long> byCauseAndCode() {
    return positive(byCauseAndCode);
  }

  /** Operations by retries, 1 to {@link #MANY_RETRIES}, of which the last means "or more". */
  List<ConflictReport.RetryLine> byRetries() {
    return IntStream.rangeClosed(1, MANY_RETRIES)
        .mapToObj(retries -> new ConflictReport.RetryLine(retries, byRetries[retries]))
        .toList();
  }

  HotKeys hotKeys() {
    return hotKeys;
  }

  /** Time that operations waited before trying again, all together. */
  long backoffMillis() {
    return backoffMillis;
  }

  TreeMap<String, ConflictCounts> byRegion() {
    return nonEmpty(byRegion);
  }

  TreeMap<String, ConflictCounts> byWorker() {
    return nonEmpty(byWorker);
  }

  private static <K> TreeMap<K, Long> positive(TreeMap<K, Long> counts) {
    TreeMap<K, Long> copy = new TreeMap<>(counts);
    copy.values().removeIf(count -> count == 0);
    return copy;
  }

  private static TreeMap<String, ConflictCounts> nonEmpty(TreeMap<String, ConflictCounts> counts) {
    TreeMap<String, ConflictCounts> copy = new TreeMap<>(counts);
    copy.values().removeIf(ConflictCounts.NONE::equals);
    return copy;
  }
}
