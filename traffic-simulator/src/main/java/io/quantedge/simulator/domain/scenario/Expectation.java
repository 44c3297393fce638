package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of a scenario's result before it runs, besides what holds for every run. */
public sealed interface Expectation {
  /**
   * The demo's known results.
   *
   * @param fourRegions the slot that must go to {@code knownRegion} at {@code knownPrice}
   * @param shortOfCredit the slot whose best bidder cannot pay
   */
  record Demo(SlotId fourRegions, String knownRegion, Money knownPrice, SlotId shortOfCredit)
      implements Expectation {}

  /** The recorded final prices of a replay, for the auctions that have one. */
  record Replay(SortedMap<SlotId, Money> finalPrices) implements Expectation {

    public Replay {
      finalPrices = Collections.unmodifiableSortedMap(new TreeMap<>(finalPrices));
    }
  }
}
