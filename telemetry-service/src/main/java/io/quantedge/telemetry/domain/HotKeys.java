package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each slot was in an operation that conflicted. Exact for the first {@link #MAX_SLOTS}
 * slots; beyond twice as many, the half with the fewest is forgotten. Not thread-safe.
 */
final class HotKeys {
  static final int MAX_SLOTS = 2_048;

  /** Of slots and of accounts, each. */
  private static final int MAX_LINES = 5;

  private final HashMap<SlotId, Long> conflicts = new HashMap<>();

  void conflicted(List<SlotId> slotIds) {
    slotIds.forEach(slotId -> conflicts.merge(slotId, 1L, Long::sum));
    if (conflicts.size() > 2 * MAX_SLOTS) {
      Set<SlotId> kept =
          mostFirst(conflicts)
              .limit(MAX_SLOTS)
              .map(Map.Entry::getKey)
              .collect(Collectors.toUnmodifiableSet());
      conflicts.keySet().retainAll(kept);
    }
  }

  /**
   * The slots and the accounts with the most conflicts, most first.
   *
   * @param accounts the account that a slot's settlement debits, as far as it is known
   */
  List<ConflictReport.HotKey> hottest(Function<SlotId, Optional<String>> accounts) {
    HashMap<String, Long> byAccount = new HashMap<>();
    conflicts.forEach((slotId, count) ->
        accounts.apply(slotId).ifPresent(account -> byAccount.merge(account, count, Long::sum)));
    return Stream.concat(lines("SLOT", conflicts).stream(), lines("ACCOUNT", byAccount).stream())
        .sorted(
            Comparator.<ConflictReport.HotKey>comparingLong(line -> -line.conflicts())
                .thenComparing(ConflictReport.HotKey::kind)
                .thenComparing(ConflictReport.HotKey::key))
        .toList();
  }

  private static <K extends Comparable<K>> List<ConflictReport.HotKey> lines(
      String kind, Map<K, Long> counts) {
    return mostFirst(counts)
        .limit(MAX_LINES)
        .map(entry -> new ConflictReport.HotKey(entry.getKey().toString(), kind, entry.getValue()))
        .toList();
  }

  private static <K extends Comparable<K>> Stream<Map.Entry<K, Long>> mostFirst(
      Map<K, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<K, Long>>comparingLong(entry -> -entry.getValue())
                .thenComparing(Map.Entry::getKey));
  }
}
