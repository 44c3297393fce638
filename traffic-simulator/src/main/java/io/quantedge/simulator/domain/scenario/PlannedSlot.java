package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;

/**
 * An auction to open.
 *
 * @param label what reports call it: unique in a run and the same in every run of a scenario
 * @param name what people call it
 * @param terms everything that decides it besides its bids and its clock
 */
public record PlannedSlot(
    SlotId slotId, String label, String name, String publisherId, Terms terms, Closing closing) {

  /** The rules of an auction. */
  public record Terms(Money floor, Money increment, PricingRule pricing, RankingRule ranking) {}
}
