package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The demo's auctions: a few with a story, the others drawn at random. */
final class DemoSlots {
  static final int FOUR_REGIONS = 0;
  static final int NO_VALID_BID = 1;
  static final int SHORT_OF_CREDIT = 2;
  static final int TIMER = 3;
  static final int CLOSED_AMID_BIDS = 4;
  static final int PHOTO_FINISH = 5;

  static final long MAX_FLOOR_UNITS = 5 * Money.UNITS_PER_ONE;

  private static final long CENT = Money.UNITS_PER_ONE / 100;
  private static final int MORE_TIMERS_FROM = 12;

  private DemoSlots() {}

  static List<PlannedSlot> plan(
      String runId, int count, List<PlannedAccount> accounts, RandomGenerator random) {
    List<PlannedSlot> slots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String label = label(i);
      slots.add(
          new PlannedSlot(
              new SlotId("demo-" + runId + "-" + label),
              label,
              "Demo slot " + (i + 1) + ": " + label,
              accounts.get(DemoAccounts.ADVERTISERS + i % DemoAccounts.PUBLISHERS).accountId(),
              terms(i, random),
              closing(i, count)));
    }
    return slots;
  }

  private static String label(int index) {
    return switch (index) {
      case FOUR_REGIONS -> "four-regions";
      case NO_VALID_BID -> "no-valid-bid";
      case SHORT_OF_CREDIT -> "short-of-credit";
      case TIMER -> "by-timer";
      case CLOSED_AMID_BIDS -> "closed-amid-bids";
      case PHOTO_FINISH -> "photo-finish";
      default -> "market-%02d".formatted(index + 1);
    };
  }

  private static Closing closing(int index, int count) {
    boolean another = count >= MORE_TIMERS_FROM && (index == 8 || index == 10);
    if (index == TIMER || another) {
      return Closing.BY_TIMER;
    }
    return index == CLOSED_AMID_BIDS ? Closing.AMID_BIDS : Closing.AFTER_BIDS;
  }

  private static Terms terms(int index, RandomGenerator random) {
    // Drawn for every slot, used or not, so that a slot's terms do not depend on other slots.
    long floorUnits =
        random.nextLong(Money.UNITS_PER_ONE / 2 / CENT, MAX_FLOOR_UNITS / CENT) * CENT;
    long incrementUnits = random.nextInt(4) == 0 ? random.nextLong(0, 10) * CENT / 2 : CENT;
    PricingRule pricing = random.nextBoolean() ? PricingRule.SECOND_PRICE : PricingRule.FIRST_PRICE;
    RankingRule ranking = random.nextInt(3) == 0 ? RankingRule.QUALITY : RankingRule.PRICE;
    return switch (index) {
      case FOUR_REGIONS ->
          terms(Money.UNITS_PER_ONE, CENT, PricingRule.FIRST_PRICE, RankingRule.PRICE);
      case SHORT_OF_CREDIT -> terms(floorUnits, CENT, PricingRule.FIRST_PRICE, RankingRule.PRICE);
      case PHOTO_FINISH -> terms(floorUnits, CENT, PricingRule.SECOND_PRICE, RankingRule.PRICE);
      case TIMER -> terms(floorUnits, CENT, PricingRule.SECOND_PRICE, RankingRule.QUALITY);
      default -> terms(floorUnits, incrementUnits, pricing, ranking);
    };
  }

  private static Terms terms(
      long floorUnits, long incrementUnits, PricingRule pricing, RankingRule ranking) {
    return new Terms(
        Money.ofUnits(floorUnits, DemoScenario.CURRENCY),
        Money.ofUnits(incrementUnits, DemoScenario.CURRENCY),
        pricing,
        ranking);
  }
}
