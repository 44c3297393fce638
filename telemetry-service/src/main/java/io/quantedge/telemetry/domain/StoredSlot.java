package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import java.util.Optional;

/**
 * A decided slot as the truth store knows it: enough to stand for its outcome and its settlement
 * where the topics do not hold them any more. Immutable.
 *
 * @param name what people call the slot
 * @param best the candidate of rank 1, absent if the slot is unsold
 */
public record StoredSlot(String name, Optional<Best> best, SettlementEvent settlement) {
  /** The best bid of an auction, which a settlement may have passed over. */
  public record Best(String region, String account, Money price) {}

  public SlotId slotId() {
    return settlement.slotId();
  }

  OutcomeFold.Decision decision() {
    return new OutcomeFold.Decision(
        slotId(),
        name,
        best.map(
            winner -> new OutcomeFold.Winner(winner.region(), winner.account(), winner.price())),
        settlement.closedAt(),
        Optional.empty());
  }
}
