package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what became truth. A settlement may be announced again after a crash with the same
 * content, so the first one of a slot holds. Not thread-safe.
 */
final class SettlementFold {
  private final RecentMap<SlotId, SettlementEvent> slots;
  private final TreeMap<String, MoneySums> byCurrency = new TreeMap<>();
  private long settled;
  private long rejected;
  private long unsold;
  private StoredSums summedUp = StoredSums.NONE;
  private @Nullable Instant oldestAt;
  private @Nullable Instant newestAt;

  SettlementFold(Limits limits) {
    this.slots = new RecentMap<>(limits.slots(), limits.remembered());
  }

  /**
   * @return whether the settlement is new
   */
  boolean apply(SettlementEvent event) {
    if (slots.knows(event.slotId()) || event.committedAt().isBefore(summedUp.before())) {
      return false;
    }
    oldestAt = Instants.earlier(oldestAt, event.committedAt());
    count(event);
    slots.put(event.slotId(), event, true);
    return true;
  }

  /** See {@link OutcomeFold#complete(StoredSlot)}. */
  boolean complete(StoredSlot stored) {
    if (slots.knows(stored.slotId())) {
      return false;
    }
    count(stored.settlement());
    slots.putOld(stored.slotId(), stored.settlement(), true);
    return true;
  }

  /** See {@link OutcomeFold#complete(StoredSums)}. */
  void complete(StoredSums sums) {
    summedUp = sums;
  }

  private void count(SettlementEvent event) {
    newestAt = Instants.later(newestAt, event.committedAt());
    switch (event) {
      case SettlementEvent.Settled sold -> {
        settled++;
        byCurrency.merge(sold.price().currency(), MoneySums.of(sold), MoneySums::plus);
      }
      case SettlementEvent.Rejected _ -> rejected++;
      case SettlementEvent.Unsold _ -> unsold++;
    }
  }

  boolean knows(SlotId slotId) {
    return slots.knows(slotId);
  }

  Optional<SettlementEvent> of(SlotId slotId) {
    return slots.get(slotId);
  }

  Stream<SettlementEvent> kept() {
    return slots.all();
  }

  long settled() {
    return settled + summedUp.settled();
  }

  long rejected() {
    return rejected + summedUp.rejected();
  }

  long unsold() {
    return unsold + summedUp.unsold();
  }

  long total() {
    return settled() + rejected() + unsold();
  }

  SortedMap<String, MoneySums> byCurrency() {
    TreeMap<String, MoneySums> sums = new TreeMap<>(byCurrency);
    summedUp.money().forEach((currency, sum) -> sums.merge(currency, sum, MoneySums::plus));
    return sums;
  }

  RecentMap<SlotId, SettlementEvent> slots() {
    return slots;
  }

  /** When the oldest settlement that the topic told of was committed. */
  @Nullable Instant oldestAt() {
    return oldestAt;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
