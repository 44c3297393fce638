package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import java.math.BigDecimal;
import java.time.Duration;
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
  private final TreeMap<String, MoneySettled> byCurrency = new TreeMap<>();
  private final LatencySample closeToSettled;
  private long settled;
  private long rejected;
  private long unsold;
  private @Nullable Instant newestAt;

  SettlementFold(Limits limits) {
    this.slots = new RecentMap<>(limits.slots(), limits.remembered());
    this.closeToSettled = new LatencySample(limits.latencies());
  }

  /**
   * @return whether the settlement is new
   */
  boolean apply(SettlementEvent event) {
    if (slots.knows(event.slotId())) {
      return false;
    }
    slots.put(event.slotId(), event, true);
    newestAt = Instants.later(newestAt, event.committedAt());
    closeToSettled.add(closeToSettled(event));
    switch (event) {
      case SettlementEvent.Settled sold -> {
        settled++;
        byCurrency.merge(sold.price().currency(), MoneySettled.of(sold), MoneySettled::plus);
      }
      case SettlementEvent.Rejected _ -> rejected++;
      case SettlementEvent.Unsold _ -> unsold++;
    }
    return true;
  }

  /** Never below zero: the two instants are read from two machines' clocks. */
  static Duration closeToSettled(SettlementEvent event) {
    Duration latency = Duration.between(event.closedAt(), event.committedAt());
    return latency.isNegative() ? Duration.ZERO : latency;
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
    return settled;
  }

  long rejected() {
    return rejected;
  }

  long unsold() {
    return unsold;
  }

  long total() {
    return settled + rejected + unsold;
  }

  SortedMap<String, MoneySettled> byCurrency() {
    return new TreeMap<>(byCurrency);
  }

  LatencySample closeToSettled() {
    return closeToSettled;
  }

  RecentMap<SlotId, SettlementEvent> slots() {
    return slots;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }

  /**
   * Exact sums of one currency. Not {@link Money}, because a sum over all slots may be larger than
   * any single amount may be.
   */
  record MoneySettled(long settlements, BigDecimal price, BigDecimal fee, BigDecimal net) {
    static MoneySettled of(SettlementEvent.Settled sold) {
      return new MoneySettled(
          1, sold.price().toDecimal(), sold.fee().toDecimal(), sold.net().toDecimal());
    }

    MoneySettled plus(MoneySettled other) {
      return new MoneySettled(
          settlements + other.settlements,
          price.add(other.price),
          fee.add(other.fee),
          net.add(other.net));
    }
  }
}
