package io.quantedge.telemetry.domain;

import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.settlement.SettlementEvent;
import java.math.BigDecimal;

/**
 * Exact sums of what changed hands in one currency. Not {@link Money}, because a sum over all slots
 * may be larger than any single amount may be. Immutable.
 *
 * @param settlements how many are summed up
 */
public record MoneySums(long settlements, BigDecimal price, BigDecimal fee, BigDecimal net) {
  static MoneySums of(SettlementEvent.Settled sold) {
    return new MoneySums(
        1, sold.price().toDecimal(), sold.fee().toDecimal(), sold.net().toDecimal());
  }

  MoneySums plus(MoneySums other) {
    return new MoneySums(
        settlements + other.settlements,
        price.add(other.price),
        fee.add(other.fee),
        net.add(other.net));
  }
}
