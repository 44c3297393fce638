package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.money.Money;
import java.util.Optional;

/**
 * An account to open before the bids.
 *
 * @param creditLimit how far below zero the balance may go; zero or more, meaningless for a
 *     publisher
 * @param funding money paid in before the first bid
 */
public record PlannedAccount(
    String accountId, Type type, String name, Money creditLimit, Optional<Money> funding) {
  /** Which side of a sale the account is on. */
  public enum Type {
    ADVERTISER,
    PUBLISHER
  }
}
