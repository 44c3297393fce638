package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import java.util.TreeMap;

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

  private ConflictCounts all = ConflictCounts.NONE;
  private final TreeMap<Cause, Long> byCause = new TreeMap<>();
  private final TreeMap<String, Long> bySqlState = new TreeMap<>();
  private final TreeMap<String, ConflictCounts> byRegion = new TreeMap<>();
  private final TreeMap<String, ConflictCounts> byWorker = new TreeMap<>();

  /** Puts an operation's newer state in place of its former one. */
  void replace(Operation former, Operation newer) {
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
    for (AttemptFailed failed : operation.failures().values()) {
      byCause.merge(failed.cause(), (long) sign, Long::sum);
      String sqlState = failed.sqlState().orElse(NO_SQL_STATE);
      bySqlState.merge(name(bySqlState, sqlState), (long) sign, Long::sum);
    }
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
