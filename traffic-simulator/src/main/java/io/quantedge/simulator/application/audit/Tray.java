package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.domain.audit.LoggedSlot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The slots of one partition of the log while it is read. Not thread-safe. */
final class Tray implements AuditLogs.Sink {
  private final int partition;
  private final long seed;
  private final Predicate<String> wanted;
  private final Runnable onRecord;
  private final Map<SlotId, LoggedSlot> slots = new HashMap<>();
  private long unreadable;

  /**
   * @param onRecord called for each record, wanted or not
   */
  Tray(int partition, long seed, Predicate<String> wanted, Runnable onRecord) {
    this.partition = partition;
    this.seed = seed;
    this.wanted = wanted;
    this.onRecord = onRecord;
  }

  @Override
  public void take(long offset, String key, Supplier<Optional<AuctionEvent>> event) {
    onRecord.run();
    if (wanted.test(key)) {
      take(offset, key, event.get());
    }
  }

  private void take(long offset, String key, Optional<AuctionEvent> event) {
    SlotId slotId;
    try {
      slotId = event.map(AuctionEvent::slotId).orElseGet(() -> new SlotId(key));
    } catch (IllegalArgumentException e) {
      unreadable++;
      return;
    }
    LoggedSlot slot = slots.computeIfAbsent(slotId, id -> new LoggedSlot(partition, seed));
    event.ifPresentOrElse(known -> slot.add(known, offset), slot::addUnreadable);
  }

  Map<SlotId, LoggedSlot> slots() {
    return slots;
  }

  /** Records of which not even the slot is known. */
  long unreadable() {
    return unreadable;
  }
}
