package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that remember what they were told. */
public final class Recording implements ConflictEvents, SettlementMeter, SettlementAnnouncer {
  public final List<ConflictEvent> conflicts = new CopyOnWriteArrayList<>();
  public final List<SettlementEvent> announced = new CopyOnWriteArrayList<>();
  final AtomicInteger attempts = new AtomicInteger();
  final AtomicInteger exhausted = new AtomicInteger();
  final AtomicInteger budgetEmpty = new AtomicInteger();
  final AtomicInteger contradictions = new AtomicInteger();
  final List<Integer> groups = new CopyOnWriteArrayList<>();
  final AtomicInteger waiting = new AtomicInteger();
  final AtomicInteger done = new AtomicInteger();

  @Override
  public Uni<Void> emit(ConflictEvent event) {
    return Uni.createFrom().voidItem().invoke(() -> conflicts.add(event));
  }

  @Override
  public Uni<Void> announce(SettlementEvent event) {
    return Uni.createFrom().voidItem().invoke(() -> announced.add(event));
  }

  @Override
  public void attempt() {
    attempts.incrementAndGet();
  }

  @Override
  public void attemptFailed(ConflictEvent.Cause cause) {}

  @Override
  public void exhausted() {
    exhausted.incrementAndGet();
  }

  @Override
  public void retryBudgetEmpty() {
    budgetEmpty.incrementAndGet();
  }

  @Override
  public void group(int outcomes) {
    groups.add(outcomes);
  }

  @Override
  public void contradiction(SlotId slotId) {
    contradictions.incrementAndGet();
  }

  @Override
  public void waiting(SlotId slotId, Instant closedAt) {
    waiting.incrementAndGet();
  }

  @Override
  public void done(SlotId slotId) {
    done.incrementAndGet();
  }

  @Override
  public void settled(SettlementEvent event) {}

  @Override
  public void deadLetter() {}
}
