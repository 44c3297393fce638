package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.evaluator.domain.Auctions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the marker of a slot is appended whose deadline bids can extend. */
final class SoftCloseTest {
  private static final SlotDefinition SLOT =
      Auctions.withSoftClose(
          Auctions.slot("soft", PricingRule.FIRST_PRICE, RankingRule.PRICE),
          new SoftClose(10_000, 20_000, 60_000));

  private final Harness harness = new Harness();
  private final FakeOutbound outbound = harness.outbound;

  @Test
  void markerWaitsUntilTheLogIsReadToTheEndThatItHadWhenTheDeadlinePassed() {
    open();
    harness.clock.now = SLOT.closesAt().plusMillis(1);
    harness.evaluator.work();
    assertThat(outbound.logEnds).hasSize(1);
    outbound.logEnds.getFirst().answer(3);
    harness.evaluator.work();
    assertThat(outbound.markers).as("two records are not read").isEmpty();

    harness.bids(SLOT, 0, 1);
    harness.evaluator.work();
    assertThat(outbound.markers).isEmpty();
    harness.bids(SLOT, 1, 2);
    harness.evaluator.work();
    assertThat(outbound.markers).hasSize(1);
  }

  @Test
  void unreadBidThatExtendsMovesTheMarkerToTheNewDeadline() {
    open();
    harness.clock.now = SLOT.closesAt().plusMillis(1);
    harness.evaluator.work();
    outbound.logEnds.getFirst().answer(2);
    harness.evaluator.work();
    bidAt(SLOT.closesAt().minusMillis(5_000));
    harness.evaluator.work();
    assertThat(outbound.markers).as("the deadline is 15 s later now").isEmpty();

    harness.clock.now = SLOT.closesAt().plusMillis(15_000);
    harness.evaluator.work();
    assertThat(outbound.logEnds).as("at the deadline a bid may still come").hasSize(1);
    harness.clock.pass(1);
    harness.evaluator.work();
    outbound.logEnds.getLast().answer(2);
    harness.evaluator.work();
    assertThat(outbound.markers).hasSize(1);
    assertThat(harness.views.find(SLOT.slotId()).orElseThrow().deadline())
        .isEqualTo(SLOT.closesAt().plusMillis(15_000));
  }

  @Test
  void deadlineThatMovedAndPassedMeanwhileIsAskedForAgain() {
    open();
    harness.clock.now = SLOT.closesAt().plusMillis(1);
    harness.evaluator.work();
    outbound.logEnds.getFirst().answer(2);
    harness.evaluator.work();
    harness.clock.now = SLOT.closesAt().plusSeconds(40);
    bidAt(SLOT.closesAt());
    harness.evaluator.work();
    assertThat(outbound.logEnds).hasSize(2);
    assertThat(outbound.markers).as("bids up to the new deadline may be unread").isEmpty();

    outbound.logEnds.getLast().answer(2);
    harness.evaluator.work();
    assertThat(outbound.markers).hasSize(1);
  }

  @Test
  void brokerThatDoesNotAnswerIsAskedAgain() {
    open();
    harness.clock.now = SLOT.closesAt().plusMillis(1);
    harness.evaluator.work();
    outbound.logEnds.getFirst().fail();
    harness.evaluator.work();
    harness.clock.pass(501);
    harness.evaluator.work();
    outbound.logEnds.getLast().answer(1);
    harness.evaluator.work();
    assertThat(outbound.logEnds).hasSize(2);
    assertThat(outbound.markers).hasSize(1);
  }

  @Test
  void markerOfSomebodyElseClosesTheSlotThoughItIsEarly() {
    open();
    bidAt(SLOT.closesAt().minusMillis(1));
    harness.apply(Auctions.marker(SLOT));
    harness.evaluator.work();
    assertThat(outbound.outcomes).hasSize(1);
    assertThat(outbound.outcomes.getFirst().message().extendedTo())
        .contains(SLOT.closesAt().plusMillis(19_999));
  }

  @Test
  void restartFindsTheExtendedDeadlineInTheLog() {
    harness.clock.now = SLOT.closesAt().plusSeconds(5);
    harness.assign(0, 2);
    harness.apply(Auctions.opened(SLOT));
    bidAt(SLOT.closesAt());
    harness.evaluator.work();
    assertThat(outbound.logEnds).isEmpty();

    harness.clock.now = SLOT.closesAt().plusMillis(20_001);
    harness.evaluator.work();
    assertThat(outbound.logEnds).hasSize(1);
  }

  private void open() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
  }

  private void bidAt(Instant acceptedAt) {
    Bid bid = Auctions.bid(SLOT, harness.offset, "a", 20_000, 10_000, acceptedAt);
    harness.apply(Auctions.placed(bid));
  }
}
