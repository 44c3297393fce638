package io.quantedge.simulator.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayScenarioTest {
  @Test
  void eachAuctionIsASlotWithItsBidsInOrderOfTime() {
    Scenario scenario =
        ReplayScenario.plan(
            "r",
            1,
            List.of(
                bid("x", 30_000, "2.5", "ann", 10_000),
                bid("y", 50_000, "0.5", "bob", 60_000),
                bid("x", 20_000, "1.5", "bob", 10_000),
                bid("x", 40_000, "2.5", "cyd", 10_000)));

    assertThat(scenario.slots()).extracting(PlannedSlot::label).containsExactly("x", "y");
    assertThat(scenario.bids().stream().filter(b -> b.slotId().equals("replay-r-x")))
        .extracting(PlannedBid::amountUnits)
        .containsExactly(20_000L, 30_000L, 40_000L);
    assertThat(scenario.bids().stream().filter(b -> b.slotId().equals("replay-r-y")))
        .extracting(PlannedBid::purpose)
        .containsExactly(BidPurpose.BELOW_FLOOR);
    assertThat(scenario.order()).isEqualTo(Scenario.Order.IN_TURN_PER_SLOT);
    assertThat(scenario.accounts()).hasSize(4);
    assertThat(scenario.expectation())
        .isInstanceOfSatisfying(
            Expectation.Replay.class,
            replay ->
                assertThat(replay.finalPrices())
                    .containsEntry(new SlotId("replay-r-x"), Money.of("9", "USD")));
  }

  @Test
  void anOpeningBidOfNothingBecomesTheSmallestFloor() {
    Scenario scenario = ReplayScenario.plan("r", 1, List.of(bid("x", 1, "0", "ann", 0)));

    assertThat(scenario.slots().getFirst().terms().floor().amount()).isEqualTo("0.0001");
    assertThat(scenario.bids().getFirst().purpose()).isEqualTo(BidPurpose.VALID);
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    List<RecordedBid> recorded = List.of(bid("x", 20_000, "0", "ann", 10_000));

    assertThat(ReplayScenario.plan("r", 4, recorded))
        .isEqualTo(ReplayScenario.plan("r", 4, recorded))
        .isNotEqualTo(ReplayScenario.plan("r", 5, recorded));
  }

  @Test
  void aRunsNameIsShortAndNeverTheSameTwice() {
    Instant now = Instant.parse("2026-01-01T12:00:00Z");

    assertThat(RunIds.of(7, now))
        .matches("[0-9a-z]{9,12}")
        .isNotEqualTo(RunIds.of(8, now))
        .isNotEqualTo(RunIds.of(7, now.plusMillis(1)));
    assertThat(RunIds.of(Long.MIN_VALUE, Instant.parse("2040-01-01T00:00:00Z")))
        .matches("[0-9a-z]{8,12}");
    assertThat(RunIds.uuid("a")).isEqualTo(RunIds.uuid("a")).isNotEqualTo(RunIds.uuid("b"));
  }

  private static RecordedBid bid(
      String auction, long units, String days, String bidder, long openingUnits) {
    return new RecordedBid(
        1,
        auction,
        units,
        new BigDecimal(days),
        bidder,
        openingUnits,
        auction.equals("x") ? OptionalLong.of(90_000) : OptionalLong.empty(),
        "Item");
  }
}
