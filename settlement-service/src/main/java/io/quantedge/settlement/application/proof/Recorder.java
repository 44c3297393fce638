package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.ConflictEvents;
import io.quantedge.settlement.application.SettlementMeter;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Keeps what operations tell of their failed attempts for the timeline. The exchange's own figures
 * hear nothing of proofs. Thread-safe; bounded by the operations of one proof.
 */
final class Recorder implements ConflictEvents, SettlementMeter {
  private final Map<UUID, List<AttemptFailed>> failed = new ConcurrentHashMap<>();

  @Override
  public Uni<Void> emit(ConflictEvent event) {
    if (event instanceof AttemptFailed attempt) {
      failed.computeIfAbsent(event.operationId(), _ -> new CopyOnWriteArrayList<>()).add(attempt);
    }
    return Uni.createFrom().voidItem();
  }

  /** The failed attempts of an operation, in order. */
  List<AttemptFailed> of(UUID operationId) {
    return List.copyOf(failed.getOrDefault(operationId, List.of()));
  }

  @Override
  public void attempt() {}

  @Override
  public void attemptFailed(Cause cause) {}

  @Override
  public void exhausted() {}

  @Override
  public void retryBudgetEmpty() {}

  @Override
  public void group(int outcomes) {}

  @Override
  public void contradiction(SlotId slotId) {}

  @Override
  public void waiting(SlotId slotId, Instant closedAt) {}

  @Override
  public void done(SlotId slotId) {}

  @Override
  public void settled(SettlementEvent event) {}

  @Override
  public void deadLetter() {}
}
