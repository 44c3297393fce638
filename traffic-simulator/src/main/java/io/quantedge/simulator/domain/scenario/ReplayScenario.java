package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.simulator.domain.scenario.PlannedAccount.Type;
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Plans recorded auctions: each one a first-price slot with the opening bid as its floor, its bids
 * in order of their time. An opening bid of zero or less becomes the smallest floor there is,
 * 0.0001. A pure function of its arguments.
 */
public final class ReplayScenario {
  private static final String CURRENCY = DemoScenario.CURRENCY;
  private static final Money NOTHING = Money.ofUnits(0, CURRENCY);

  /** So much that no recorded bidder ever runs out of it, and far inside {@code NUMERIC(18,4)}. */
  private static final Money GENEROUS_CREDIT =
      Money.ofUnits(10_000_000_000_000L * Money.UNITS_PER_ONE, CURRENCY);

  private ReplayScenario() {}

  /**
   * @param recorded rows in the order of the record; bids of one auction at one time keep it
   */
  public static Scenario plan(String runId, long seed, List<RecordedBid> recorded) {
    RandomGenerator random = new SplittableRandom(seed);
    Map<String, List<RecordedBid>> auctions = new LinkedHashMap<>();
    Map<String, String> regions = new LinkedHashMap<>();
    for (RecordedBid bid : recorded) {
      auctions.computeIfAbsent(bid.auctionId(), id -> new ArrayList<>()).add(bid);
      regions.computeIfAbsent(bid.bidder(), bidder -> region(random));
    }
    String publisherId = "replay-publisher-" + runId;
    List<PlannedSlot> slots = new ArrayList<>();
    List<PlannedBid> bids = new ArrayList<>(recorded.size());
    TreeMap<SlotId, Money> finalPrices = new TreeMap<>();
    auctions.forEach((auctionId, rows) -> {
      PlannedSlot slot = slot(slotId(runId, auctionId), rows.getFirst(), publisherId);
      slots.add(slot);
      rows.stream()
          .sorted(Comparator.comparing(RecordedBid::timeDays))
          .map(row -> bid(slot, row, regions.getOrDefault(row.bidder(), ""), random))
          .forEach(bids::add);
      rows.getFirst()
          .finalUnits()
          .ifPresent(units -> finalPrices.put(slot.slotId(), Money.ofUnits(units, CURRENCY)));
    });
    return new Scenario(
        "replay",
        runId,
        seed,
        accounts(regions.keySet().stream().toList(), publisherId),
        slots,
        bids,
        bids.size(),
        Scenario.Order.IN_TURN_PER_SLOT,
        new Expectation.Replay(finalPrices));
  }

  /** The slot's id as text; the longest recorded id that gives a legal one has 44 characters. */
  public static String slotId(String runId, String auctionId) {
    return "replay-" + runId + "-" + auctionId;
  }

  private static List<PlannedAccount> accounts(List<String> bidders, String publisherId) {
    List<PlannedAccount> accounts = new ArrayList<>(bidders.size() + 1);
    accounts.add(
        new PlannedAccount(
            publisherId, Type.PUBLISHER, "Replayed auctions", NOTHING, Optional.empty()));
    for (String bidder : bidders) {
      accounts.add(
          new PlannedAccount(bidder, Type.ADVERTISER, bidder, GENEROUS_CREDIT, Optional.empty()));
    }
    return accounts;
  }

  private static PlannedSlot slot(String slotId, RecordedBid row, String publisherId) {
    String name = row.item().isBlank() ? row.auctionId() : row.item();
    return new PlannedSlot(
        new SlotId(slotId),
        row.auctionId(),
        name.substring(0, Math.min(name.length(), SlotDefinition.MAX_NAME_LENGTH)),
        publisherId,
        new Terms(
            Money.ofUnits(Math.max(1, row.openingUnits()), CURRENCY),
            Money.ofUnits(Money.UNITS_PER_ONE / 100, CURRENCY),
            PricingRule.FIRST_PRICE,
            RankingRule.PRICE),
        Closing.AFTER_BIDS);
  }

  private static PlannedBid bid(
      PlannedSlot slot, RecordedBid row, String region, RandomGenerator random) {
    return new PlannedBid(
        SeededIds.next(random),
        slot.slotId().value(),
        row.bidder(),
        region,
        row.units(),
        CURRENCY,
        0,
        10_000,
        row.units() < slot.terms().floor().units() ? BidPurpose.BELOW_FLOOR : BidPurpose.VALID);
  }

  private static String region(RandomGenerator random) {
    List<String> regions = DemoScenario.REGIONS;
    return regions.get(random.nextInt(regions.size()));
  }
}
