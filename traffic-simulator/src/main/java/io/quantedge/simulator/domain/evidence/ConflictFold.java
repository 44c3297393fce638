package io.quantedge.simulator.domain.evidence;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Exhausted;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.SlotId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Counts conflicts from the events themselves, over the whole topic and over the slots of a run.
 * Reading an event twice changes nothing. Not thread-safe.
 */
public final class ConflictFold {
  private final Set<SlotId> ownSlots;
  private final Map<UUID, Operation> operations = new HashMap<>();

  /**
   * @param ownSlots the slots of the run
   */
  public ConflictFold(Collection<SlotId> ownSlots) {
    this.ownSlots = new HashSet<>(ownSlots);
  }

  private static final class Operation {
    private boolean own;
    private boolean conflicted;
    private boolean resolved;
    private boolean exhausted;
    private int lastAttempt;
  }

  public void add(ConflictEvent event) {
    Operation operation = operations.computeIfAbsent(event.operationId(), id -> new Operation());
    operation.own |= !Collections.disjoint(ownSlots, event.slotIds());
    operation.lastAttempt = Math.max(operation.lastAttempt, event.attempt());
    switch (event) {
      case AttemptFailed failed -> operation.conflicted |= failed.cause() == Cause.CONFLICT;
      case Resolved end -> operation.resolved = true;
      case Exhausted end -> operation.exhausted = true;
    }
  }

  /** Over every event of the topic. */
  public ConflictFigures ofAll() {
    return figures(operation -> true);
  }

  /** Over the operations that wanted to settle a slot of the run. */
  public ConflictFigures ofRun() {
    return figures(operation -> operation.own);
  }

  /** Operations of the run that had trouble and have not come to an end. */
  public long openOfRun() {
    return operations.values().stream()
        .filter(operation -> operation.own && !operation.resolved && !operation.exhausted)
        .count();
  }

  private ConflictFigures figures(Predicate<Operation> which) {
    long conflicts = 0;
    long retries = 0;
    long resolved = 0;
    long exhausted = 0;
    for (Operation operation : operations.values()) {
      if (!which.test(operation)) {
        continue;
      }
      retries += Math.max(0, operation.lastAttempt - 1);
      if (operation.conflicted) {
        conflicts++;
        resolved += operation.resolved ? 1 : 0;
        exhausted += operation.exhausted && !operation.resolved ? 1 : 0;
      }
    }
    return new ConflictFigures(conflicts, retries, resolved, exhausted);
  }
}
