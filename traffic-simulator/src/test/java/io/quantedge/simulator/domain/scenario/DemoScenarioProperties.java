package io.quantedge.simulator.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.scenario.PlannedAccount.Type;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class DemoScenarioProperties {
  @Test
  void theSameSeedGivesTheSameScenarioAndAnotherOneAnother() {
    for (long seed = -5; seed < 20; seed++) {
      assertThat(plan(seed, 500, 20)).as("seed %d", seed).isEqualTo(plan(seed, 500, 20));
      assertThat(plan(seed, 500, 20).bids())
          .as("seed %d", seed)
          .isNotEqualTo(plan(seed + 1, 500, 20).bids());
    }
  }

  @Test
  void anotherRunDiffersInItsNamesOnly() {
    Scenario one = DemoScenario.plan("one", 7, 500, 20);
    Scenario two = DemoScenario.plan("two", 7, 500, 20);

    assertThat(slotIds(one)).doesNotContainAnyElementsOf(slotIds(two));
    assertThat(one.bids())
        .extracting(PlannedBid::bidId, PlannedBid::amountUnits)
        .isEqualTo(
            two.bids().stream().map(bid -> Tuple.tuple(bid.bidId(), bid.amountUnits())).toList());
  }

  @Test
  void everySizeHasTheWholeStory() {
    Random sizes = new Random(1);
    for (long seed = 0; seed < 60; seed++) {
      int slots = seed == 0 ? 4 : 4 + sizes.nextInt(40);
      int bids = Math.max(100, 10 * slots) + (seed % 3 == 0 ? 0 : sizes.nextInt(3_000));
      String what = "seed %d, %d bids, %d slots".formatted(seed, bids, slots);
      Scenario scenario = plan(seed, bids, slots);

      assertThat(scenario.bids()).as(what).hasSize(bids);
      assertThat(scenario.slots()).as(what).hasSize(slots);
      assertThat(slotIds(scenario)).as(what).doesNotHaveDuplicates();
      assertFourRegions(scenario, what);
      assertNoValidBid(scenario, what);
      assertShortOfCredit(scenario, what);
      assertThat(purposes(scenario)).as(what).contains(BidPurpose.values());
      assertThat(scenario.slots())
          .as(what)
          .extracting(PlannedSlot::closing)
          .contains(Closing.AFTER_BIDS, Closing.BY_TIMER);
    }
  }

  @Test
  void theSharesAreThoseOfTheStory() {
    Map<BidPurpose, Long> counts =
        plan(3, 10_000, 20).bids().stream()
            .collect(Collectors.groupingBy(PlannedBid::purpose, Collectors.counting()));

    assertThat(counts).containsEntry(BidPurpose.DUPLICATE, 200L);
    assertThat(counts).containsEntry(BidPurpose.CONFLICTING_DUPLICATE, 50L);
    assertThat(counts).containsEntry(BidPurpose.LATE, 100L);
    assertThat(
            counts.entrySet().stream()
                .filter(entry -> entry.getKey().refusal().isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum())
        .isEqualTo(100);
  }

  @Test
  void repeatsRepeatAndConflictsContradict() {
    for (long seed = 0; seed < 20; seed++) {
      Scenario scenario = plan(seed, 2_000, 20);
      Map<UUID, PlannedBid> originals =
          scenario.bids().stream()
              .filter(bid -> bid.purpose() == BidPurpose.VALID)
              .collect(Collectors.toMap(PlannedBid::bidId, Function.identity()));
      for (PlannedBid bid : scenario.bids()) {
        PlannedBid original = originals.get(bid.bidId());
        switch (bid.purpose()) {
          case DUPLICATE ->
              assertThat(bid)
                  .usingRecursiveComparison()
                  .ignoringFields("purpose")
                  .as("seed %d", seed)
                  .isEqualTo(original);
          case CONFLICTING_DUPLICATE ->
              assertThat(bid)
                  .as("seed %d", seed)
                  .extracting(PlannedBid::amountUnits)
                  .isNotEqualTo(originalUnits(originals, bid));
          case VALID -> assertThat(bid).isSameAs(original);
          default -> assertThat(original).as("seed %d", seed).isNull();
        }
      }
    }
  }

  private static long originalUnits(Map<UUID, PlannedBid> originals, PlannedBid bid) {
    PlannedBid original = originals.get(bid.bidId());
    assertThat(original).isNotNull();
    return original == null ? bid.amountUnits() : original.amountUnits();
  }

  @Test
  void lateBidsComeLastAndOnlyToSlotsThatSomebodyCloses() {
    Scenario scenario = plan(9, 2_000, 20);
    Set<String> timed =
        scenario.slots().stream()
            .filter(slot -> slot.closing() == Closing.BY_TIMER)
            .map(slot -> slot.slotId().value())
            .collect(Collectors.toSet());

    for (int i = 0; i < scenario.bids().size(); i++) {
      PlannedBid bid = scenario.bids().get(i);
      assertThat(bid.purpose() == BidPurpose.LATE).isEqualTo(i >= scenario.lateFrom());
      assertThat(i >= scenario.lateFrom() && timed.contains(bid.slotId())).isFalse();
    }
    assertThat(firstUntimed(scenario, timed)).isGreaterThan(0);
  }

  private static int firstUntimed(Scenario scenario, Set<String> timed) {
    int first = 0;
    while (timed.contains(scenario.bids().get(first).slotId())) {
      first++;
    }
    long after =
        scenario.bids().stream().skip(first).filter(bid -> timed.contains(bid.slotId())).count();
    assertThat(after).isZero();
    return first;
  }

  private static void assertFourRegions(Scenario scenario, String what) {
    assertThat(bidsFor(scenario, DemoSlots.FOUR_REGIONS))
        .as(what)
        .extracting(bid -> bid.region() + " " + bid.amount())
        .containsExactlyInAnyOrder(
            "us-east-1 5.2000", "eu-west-1 5.3000", "ap-southeast-1 5.4000", "sa-east-1 5.3500");
    assertThat(bidsFor(scenario, DemoSlots.FOUR_REGIONS))
        .as(what)
        .extracting(PlannedBid::accountId)
        .doesNotHaveDuplicates();
  }

  private static void assertNoValidBid(Scenario scenario, String what) {
    assertThat(bidsFor(scenario, DemoSlots.NO_VALID_BID))
        .as(what)
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(bid -> bid.purpose().refusal().isPresent());
  }

  private static void assertShortOfCredit(Scenario scenario, String what) {
    List<PlannedBid> bids =
        bidsFor(scenario, DemoSlots.SHORT_OF_CREDIT).stream()
            .filter(bid -> bid.purpose() == BidPurpose.VALID)
            .toList();
    PlannedBid best =
        bids.stream().max(Comparator.comparing(PlannedBid::amountUnits)).orElseThrow();
    PlannedAccount bidder =
        scenario.accounts().stream()
            .filter(account -> account.accountId().equals(best.accountId()))
            .findFirst()
            .orElseThrow();
    assertThat(best.amountUnits()).as(what).isGreaterThan(bidder.creditLimit().units());
    assertThat(bidder.funding()).as(what).isEmpty();
    assertThat(bids.stream().map(PlannedBid::accountId).distinct().count())
        .as(what)
        .isGreaterThan(2);
  }

  @Test
  void aDozenAdvertisersCanPayAllThatTheyBidButOne() {
    Scenario scenario = plan(1, 1_000, 20);
    List<PlannedAccount> advertisers =
        scenario.accounts().stream().filter(a -> a.type() == Type.ADVERTISER).toList();

    assertThat(advertisers).hasSize(12);
    assertThat(advertisers)
        .filteredOn(account -> account.creditLimit().compareTo(Money.of("100", "USD")) < 0)
        .hasSize(1);
    assertThat(new HashSet<>(advertisers)).hasSize(12);
  }

  private static List<PlannedBid> bidsFor(Scenario scenario, int slot) {
    String slotId = scenario.slots().get(slot).slotId().value();
    return scenario.bids().stream().filter(bid -> bid.slotId().equals(slotId)).toList();
  }

  private static Set<BidPurpose> purposes(Scenario scenario) {
    return scenario.bids().stream().map(PlannedBid::purpose).collect(Collectors.toSet());
  }

  private static List<String> slotIds(Scenario scenario) {
    return scenario.slots().stream().map(slot -> slot.slotId().value()).toList();
  }

  private static Scenario plan(long seed, int bids, int slots) {
    return DemoScenario.plan("run", seed, bids, slots);
  }
}
