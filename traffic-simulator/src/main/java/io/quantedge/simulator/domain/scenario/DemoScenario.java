package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Plans the demo: regional traffic from a dozen advertisers, and in it all that an exchange must
 * cope with. A pure function of its arguments: the same seed gives the same plan.
 */
public final class DemoScenario {
  public static final String CURRENCY = "USD";

  static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private DemoScenario() {}

  /**
   * @param runId prefix of all ids, see {@link RunIds}
   * @param bids requests in all, at least 100 and at least 10 for each slot
   * @param slots at least 4
   */
  public static Scenario plan(String runId, long seed, int bids, int slots) {
    RandomGenerator random = new SplittableRandom(seed);
    List<PlannedAccount> accounts = DemoAccounts.plan(runId);
    List<PlannedSlot> planned = DemoSlots.plan(runId, slots, accounts, random);
    DemoBids traffic = new DemoBids(planned, accounts, REGIONS, random);
    traffic.plan(bids);
    List<PlannedBid> inOrder = new ArrayList<>(bids);
    // Slots that close by the clock get their bids first, so that a slow machine can still make it.
    for (List<PlannedBid> group : List.of(traffic.first(), traffic.main(), traffic.late())) {
      Collections.shuffle(group, Random.from(random));
      inOrder.addAll(group);
    }
    return new Scenario(
        "demo",
        runId,
        seed,
        accounts,
        planned,
        inOrder,
        inOrder.size() - traffic.late().size(),
        Scenario.Order.FREE,
        new Expectation.Demo(
            planned.get(DemoSlots.FOUR_REGIONS).slotId(),
            DemoBids.FOUR_REGIONS_WINNER,
            Money.ofUnits(DemoBids.FOUR_REGIONS_WINNING_UNITS, CURRENCY),
            planned.get(DemoSlots.SHORT_OF_CREDIT).slotId()));
  }
}
