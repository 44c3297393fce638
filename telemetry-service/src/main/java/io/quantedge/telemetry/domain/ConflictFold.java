package io.quantedge.telemetry.domain;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.id.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds conflict events into operations and sums those up. An event is identified by {@code
 * (operationId, attempt, type)}; repeats and the order within an operation change nothing. Not
 * thread-safe.
 */
final class ConflictFold {
  private final RecentMap<UUID, Operation> operations;
  private final ConflictTotals totals = new ConflictTotals();
  private final LatencySample backoffs;
  private @Nullable Instant newestAt;

  ConflictFold(Limits limits) {
    this.operations = new RecentMap<>(limits.operations(), limits.remembered());
    this.backoffs = new LatencySample(limits.latencies());
  }

  /**
   * @return whether anything changed
   */
  boolean apply(ConflictEvent event) {
    return apply(event, false);
  }

  /** An event of the archive, older than the topic: it pushes out no newer operation. */
  boolean complete(ConflictEvent event) {
    return apply(event, true);
  }

  private boolean apply(ConflictEvent event, boolean isOld) {
    UUID operationId = event.operationId();
    Operation former = operations.get(operationId).orElseGet(() -> Operation.unseen(operationId));
    if (former.lastAttempt() == 0 && operations.isRetired(operationId)) {
      return false;
    }
    Operation newer = former.with(event);
    if (newer == former) {
      return false;
    }
    totals.replace(former, newer);
    newestAt = Instants.later(newestAt, event.at());
    if (event instanceof AttemptFailed failed) {
      backoffs.add(Duration.ofMillis(failed.backoffMillis()));
    }
    if (isOld) {
      operations.putOld(operationId, newer, newer.isEnded());
    } else {
      operations.put(operationId, newer, newer.isEnded());
    }
    return true;
  }

  ConflictTotals totals() {
    return totals;
  }

  /** The conflicted operations that spoke last, newest first. */
  List<Operation> recentConflicted(int max) {
    return newestFirst(operations.all(), max);
  }

  /** The conflicted operations on a slot, newest first. */
  List<Operation> conflictedOn(SlotId slotId, int max) {
    return newestFirst(operations.all().filter(operation -> operation.isOn(slotId)), max);
  }

  private static List<Operation> newestFirst(Stream<Operation> operations, int max) {
    return operations
        .filter(Operation::isConflicted)
        .sorted(
            Comparator.comparing(Operation::lastAt)
                .reversed()
                .thenComparing(Operation::operationId))
        .limit(max)
        .toList();
  }

  RecentMap<UUID, Operation> operations() {
    return operations;
  }

  LatencySample backoffs() {
    return backoffs;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
