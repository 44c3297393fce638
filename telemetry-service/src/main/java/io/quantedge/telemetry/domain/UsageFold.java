package io.quantedge.telemetry.domain;

import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.contracts.usage.UsageReport.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what processes have used of the stores. A report is cumulative for its process, so the
 * newest one of a process holds, whichever is read first. Runs of processes that reported longest
 * ago are retired when there are more than {@link #MAX_PROCESSES}; they stay in the sums. Not
 * thread-safe.
 */
final class UsageFold {
  static final int MAX_PROCESSES = 512;

  /** A process reports every few seconds: one that is silent for longer has no level any more. */
  static final Duration LEVEL_IS_FRESH_FOR = Duration.ofSeconds(30);

  private final LinkedHashMap<UUID, UsageReport> newest = new LinkedHashMap<>();
  private final RememberedKeys retired;
  private final EnumMap<Count, Long> sums = new EnumMap<>(Count.class);
  private long processes;
  private @Nullable Instant newestAt;

  UsageFold(Limits limits) {
    this.retired = new RememberedKeys(limits.remembered());
  }

  /**
   * @return whether anything changed
   */
  boolean apply(UsageReport report) {
    UsageReport former = newest.get(report.processId());
    boolean isOld =
        former == null
            ? retired.contains(report.processId())
            : !report.reportedAt().isAfter(former.reportedAt());
    if (isOld) {
      return false;
    }
    report
        .counts()
        .forEach((count, now) ->
            sums.merge(count, now - (former == null ? 0 : former.count(count)), Long::sum));
    processes += former == null ? 1 : 0;
    newestAt = Instants.later(newestAt, report.reportedAt());
    newest.remove(report.processId());
    newest.put(report.processId(), report);
    if (newest.size() > MAX_PROCESSES) {
      Iterator<UUID> longestSilentFirst = newest.keySet().iterator();
      retired.add(longestSilentFirst.next());
      longestSilentFirst.remove();
    }
    return true;
  }

  /** The sum over all processes; empty if none ever counted it, which is not the same as zero. */
  OptionalLong sum(Count count) {
    Long sum = sums.get(count);
    return sum == null ? OptionalLong.empty() : OptionalLong.of(sum);
  }

  /** What the processes that still report say about a level; empty if none does. */
  List<Long> levels(Level level, Instant now) {
    return newest.values().stream()
        .filter(report -> report.reportedAt().plus(LEVEL_IS_FRESH_FOR).isAfter(now))
        .map(report -> Optional.ofNullable(report.levels().get(level)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Runs of processes that ever reported. */
  long processes() {
    return processes;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
