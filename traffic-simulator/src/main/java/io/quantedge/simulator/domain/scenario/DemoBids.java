package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Draws the demo's bids in three groups: first those for slots that close by the clock, then the
 * main traffic, last those that are late on purpose. Used once, by one thread.
 */
final class DemoBids {
  static final String FOUR_REGIONS_WINNER = "ap-southeast-1";
  static final long FOUR_REGIONS_WINNING_UNITS = 54_000;

  private static final long CENT = Money.UNITS_PER_ONE / 100;
  private static final long MAX_BID_TO_FLOOR = 9;

  /** Above every bid drawn at random, and far above the poor advertiser's credit. */
  private static final long OUTBIDDING_UNITS = 2 * MAX_BID_TO_FLOOR * DemoSlots.MAX_FLOOR_UNITS;

  /** A late bid would win its slot if it counted. */
  private static final long LATE_UNITS = 4 * OUTBIDDING_UNITS;

  private static final List<BidPurpose> DEFECTS =
      List.of(
          BidPurpose.BELOW_FLOOR,
          BidPurpose.WRONG_CURRENCY,
          BidPurpose.UNKNOWN_REGION,
          BidPurpose.ZERO_AMOUNT,
          BidPurpose.OWN_SLOT,
          BidPurpose.UNKNOWN_SLOT);
  private static final int DEFECTS_OF_A_SLOT = 5;

  private final List<PlannedSlot> slots;
  private final List<PlannedAccount> accounts;
  private final List<String> regions;
  private final RandomGenerator random;
  private final Set<String> timed;
  private final List<PlannedSlot> closedByRequest;
  private final List<PlannedBid> first = new ArrayList<>();
  private final List<PlannedBid> main = new ArrayList<>();
  private final List<PlannedBid> late = new ArrayList<>();
  private final List<PlannedBid> originals = new ArrayList<>();

  DemoBids(
      List<PlannedSlot> slots,
      List<PlannedAccount> accounts,
      List<String> regions,
      RandomGenerator random) {
    this.slots = slots;
    this.accounts = accounts;
    this.regions = regions;
    this.random = random;
    this.timed =
        slots.stream()
            .filter(slot -> slot.closing() == Closing.BY_TIMER)
            .map(slot -> slot.slotId().value())
            .collect(Collectors.toSet());
    this.closedByRequest =
        slots.stream()
            .skip(DemoSlots.SHORT_OF_CREDIT)
            .filter(slot -> slot.closing() != Closing.BY_TIMER)
            .toList();
  }

  List<PlannedBid> first() {
    return first;
  }

  List<PlannedBid> main() {
    return main;
  }

  List<PlannedBid> late() {
    return late;
  }

  /**
   * Draws exactly {@code total} requests: about 2% repeats, 0.5% conflicts, 1% each invalid, late.
   */
  void plan(int total) {
    int duplicates = Math.max(2, total / 50);
    int conflicts = Math.max(1, total / 200);
    int invalid = Math.max(2 * DEFECTS.size(), total / 100);
    int tardy = Math.max(4, total / 100);
    fourRegions();
    shortOfCredit();
    if (slots.size() > DemoSlots.PHOTO_FINISH) {
      photoFinish();
    }
    int fixed = first.size() + main.size();
    int ordinary = total - fixed - duplicates - conflicts - invalid - tardy;
    for (int i = 0; i < ordinary; i++) {
      PlannedBid bid = drawn(marketSlot(i));
      originals.add(bid);
      add(bid);
    }
    for (int i = 0; i < duplicates; i++) {
      add(with(original(), BidPurpose.DUPLICATE));
    }
    for (int i = 0; i < conflicts; i++) {
      add(conflicting(original()));
    }
    for (int i = 0; i < invalid; i++) {
      add(defective(i));
    }
    for (int i = 0; i < tardy; i++) {
      late.add(tardy(i));
    }
  }

  private void fourRegions() {
    PlannedSlot slot = slots.get(DemoSlots.FOUR_REGIONS);
    long[] amounts = {52_000, 53_000, FOUR_REGIONS_WINNING_UNITS, 53_500};
    List<String> from = List.of("us-east-1", "eu-west-1", FOUR_REGIONS_WINNER, "sa-east-1");
    for (int i = 0; i < amounts.length; i++) {
      add(bid(slot, advertiser(i), from.get(i), amounts[i]));
    }
  }

  private void shortOfCredit() {
    PlannedSlot slot = slots.get(DemoSlots.SHORT_OF_CREDIT);
    add(bid(slot, advertiser(DemoAccounts.POOR), region(), OUTBIDDING_UNITS));
    add(bid(slot, advertiser(0), region(), slot.terms().floor().units() + CENT));
    add(bid(slot, advertiser(1), region(), slot.terms().floor().units() + 2 * CENT));
  }

  /** Two accounts offer the same highest amount: time decides, then the ids. */
  private void photoFinish() {
    PlannedSlot slot = slots.get(DemoSlots.PHOTO_FINISH);
    add(bid(slot, advertiser(2), region(), OUTBIDDING_UNITS));
    add(bid(slot, advertiser(3), region(), OUTBIDDING_UNITS));
  }

  /** Each market slot gets two bids; then some slots are hotter than others. */
  private PlannedSlot marketSlot(int index) {
    int markets = slots.size() - DemoSlots.SHORT_OF_CREDIT;
    double skewed = random.nextDouble() * random.nextDouble();
    int market = index < 2 * markets ? index % markets : (int) (skewed * markets);
    return slots.get(slots.size() - 1 - market);
  }

  private PlannedBid drawn(PlannedSlot slot) {
    long floorUnits = slot.terms().floor().units();
    long units = random.nextLong(floorUnits, MAX_BID_TO_FLOOR * floorUnits);
    boolean wholeCents = random.nextInt(10) > 0;
    return bid(
        slot,
        advertiser(random.nextInt(DemoAccounts.ADVERTISERS)),
        region(),
        wholeCents ? Math.max(floorUnits, units - units % CENT) : units);
  }

  private PlannedBid original() {
    return originals.get(random.nextInt(originals.size()));
  }

  private PlannedBid conflicting(PlannedBid bid) {
    return new PlannedBid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.amountUnits() + random.nextLong(1, 20) * CENT,
        bid.currency(),
        bid.latencyMs(),
        bid.qualityTenThousandths(),
        BidPurpose.CONFLICTING_DUPLICATE);
  }

  /** The first ones go to the slot that must stay without a valid bid, one of each kind. */
  private PlannedBid defective(int index) {
    BidPurpose defect = DEFECTS.get(index % DEFECTS.size());
    boolean toEmptySlot = index < DEFECTS_OF_A_SLOT;
    PlannedSlot slot =
        slots.get(
            toEmptySlot
                ? DemoSlots.NO_VALID_BID
                : random.nextInt(DemoSlots.NO_VALID_BID, slots.size()));
    PlannedBid sound = drawn(slot);
    return new PlannedBid(
        sound.bidId(),
        defect == BidPurpose.UNKNOWN_SLOT ? slot.slotId() + "-missing" : sound.slotId(),
        defect == BidPurpose.OWN_SLOT ? slot.publisherId() : sound.accountId(),
        defect == BidPurpose.UNKNOWN_REGION ? "xx-nowhere-9" : sound.region(),
        switch (defect) {
          case BELOW_FLOOR -> slot.terms().floor().units() - 1;
          case ZERO_AMOUNT -> 0;
          default -> sound.amountUnits();
        },
        defect == BidPurpose.WRONG_CURRENCY ? "EUR" : sound.currency(),
        sound.latencyMs(),
        sound.qualityTenThousandths(),
        defect);
  }

  private PlannedBid tardy(int index) {
    PlannedSlot slot = closedByRequest.get(index % closedByRequest.size());
    String account = advertiser(random.nextInt(DemoAccounts.POOR));
    return with(bid(slot, account, region(), LATE_UNITS), BidPurpose.LATE);
  }

  private void add(PlannedBid bid) {
    (timed.contains(bid.slotId()) ? first : main).add(bid);
  }

  private PlannedBid bid(PlannedSlot slot, String accountId, String region, long units) {
    return new PlannedBid(
        SeededIds.next(random),
        slot.slotId().value(),
        accountId,
        region,
        units,
        DemoScenario.CURRENCY,
        latencyMs(region),
        random.nextInt(4) == 0 ? 10_000 : random.nextInt(5_000, 10_001),
        BidPurpose.VALID);
  }

  private static PlannedBid with(PlannedBid bid, BidPurpose purpose) {
    return new PlannedBid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.amountUnits(),
        bid.currency(),
        bid.latencyMs(),
        bid.qualityTenThousandths(),
        purpose);
  }

  private String advertiser(int index) {
    return accounts.get(index).accountId();
  }

  private String region() {
    int percent = random.nextInt(100);
    return regions.get(percent < 40 ? 0 : percent < 70 ? 1 : percent < 90 ? 2 : 3);
  }

  private int latencyMs(String region) {
    return 5 + 30 * regions.indexOf(region) + random.nextInt(40);
  }
}
