package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.domain.Auctions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluatorTest {
  private static final SlotDefinition SLOT =
      Auctions.slot("slot", PricingRule.SECOND_PRICE, RankingRule.PRICE);

  private final Harness harness = new Harness();
  private final FakeOutbound outbound = harness.outbound;
  private final SlotViews views = harness.views;
  private final Harness.TestClock clock = harness.clock;
  private final Evaluator evaluator = harness.evaluator;

  @Test
  void slotIsClosedByTheClockAloneOnceItsTimeHasPassed() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));

    clock.now = SLOT.closesAt();
    evaluator.work();
    assertThat(outbound.markers).as("a bid may still be accepted at closesAt").isEmpty();
    assertThat(evaluator.idle(Harness.LIMIT)).isLessThanOrEqualTo(Duration.ofMillis(1));

    clock.now = SLOT.closesAt().plusMillis(1);
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);
    assertThat(outbound.markers.getFirst().message().cause()).isEqualTo(CloseCause.TIMER);
    assertThat(views.find(SLOT.slotId()).orElseThrow().outcome())
        .as("only a marker that is read closes")
        .isEmpty();
  }

  @Test
  void markerWhoseSendFailedIsSentAgainUntilTheSlotIsClosed() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    clock.now = SLOT.closesAt().plusMillis(1);
    evaluator.work();
    outbound.markers.getFirst().fail();
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);

    clock.pass(501);
    evaluator.work();
    assertThat(outbound.markers).hasSize(2);
    assertThat(harness.watcher.failedSends).isEqualTo(1);

    outbound.markers.getLast().fail();
    evaluator.work();
    harness.apply(Auctions.marker(SLOT));
    clock.pass(501);
    evaluator.work();
    assertThat(outbound.markers).as("somebody else closed it").hasSize(2);
  }

  @Test
  void replayOfAClosedPastAppendsNoMarkers() {
    clock.now = SLOT.closesAt().plusSeconds(3600);
    harness.assign(0, 2);
    harness.apply(Auctions.opened(SLOT));
    evaluator.work();
    assertThat(evaluator.isCaughtUp()).isFalse();
    assertThat(outbound.markers).isEmpty();

    harness.apply(Auctions.marker(SLOT));
    evaluator.work();
    assertThat(evaluator.isCaughtUp()).isTrue();
    assertThat(outbound.markers).isEmpty();
    assertThat(outbound.outcomes).hasSize(1);
  }

  @Test
  void slotThatWasDueBeforeTheRestartIsClosedWhenTheReplayEnds() {
    clock.now = SLOT.closesAt().plusSeconds(3600);
    harness.assign(0, 1);
    harness.apply(Auctions.opened(SLOT));
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);
  }

  @Test
  void slotIsDecidedOnlyWhenItsOutcomeAndThenItsStateAreAcknowledged() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
    harness.apply(Auctions.marker(SLOT));
    evaluator.work();
    assertThat(outbound.outcomes).hasSize(1);
    assertThat(outbound.states).as("a state without its outcome would hide the slot").isEmpty();
    assertThat(harness.committable()).isZero();

    outbound.outcomes.getFirst().acknowledge();
    evaluator.work();
    assertThat(outbound.states).hasSize(1);
    assertThat(harness.committable()).isZero();

    outbound.states.getFirst().acknowledge();
    evaluator.work();
    assertThat(harness.committable()).isEqualTo(3);
    assertThat(harness.watcher.announced).hasSize(1);
  }

  @Test
  void failedOutcomeIsToldAgainAndIsTheSame() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.marker(SLOT));
    evaluator.work();
    outbound.outcomes.getFirst().fail();
    evaluator.work();
    assertThat(outbound.states).isEmpty();
    assertThat(harness.committable()).isZero();

    clock.pass(501);
    evaluator.work();
    assertThat(outbound.outcomes).hasSize(2);
    assertThat(outbound.outcomes.getLast().message())
        .isEqualTo(outbound.outcomes.getFirst().message());
  }

  @Test
  void finalTrafficGoesWithTheOutcomeAndIsNeededForTheDecision() {
    outbound.acknowledgeStats = false;
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
    harness.apply(Auctions.marker(SLOT));
    evaluator.work();
    outbound.outcomes.getFirst().acknowledge();
    evaluator.work();

    TrafficStats last = outbound.stats.getLast().message();
    assertThat(last.closed()).isTrue();
    assertThat(last.total().counted()).isEqualTo(1);
    assertThat(outbound.states).isEmpty();
  }

  @Test
  void trafficIsToldOncePerIntervalForSlotsThatMoved() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
    evaluator.work();
    assertThat(outbound.stats).isEmpty();

    clock.pass(1_001);
    evaluator.work();
    evaluator.work();
    assertThat(outbound.stats).hasSize(1);
    assertThat(outbound.stats.getFirst().message().offset()).isEqualTo(1);
    assertThat(outbound.stats.getFirst().message().total().received()).isEqualTo(1);

    clock.pass(1_001);
    evaluator.work();
    evaluator.work();
    assertThat(outbound.stats).as("nothing moved").hasSize(1);

    harness.apply(Auctions.placed(Auctions.bid(SLOT, 2, "a", 20_000)));
    clock.pass(1_001);
    evaluator.work();
    assertThat(outbound.stats.getLast().message().total().received())
        .as("counts are cumulative")
        .isEqualTo(2);
  }

  @Test
  void revokedPartitionIsForgottenWithItsTimersMessagesAndViews() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.marker(SLOT));
    evaluator.work();

    evaluator.revoke(Harness.PARTITION);
    outbound.outcomes.getFirst().acknowledge();
    clock.now = SLOT.closesAt().plusSeconds(1);
    evaluator.work();

    assertThat(outbound.states).isEmpty();
    assertThat(outbound.markers).isEmpty();
    assertThat(evaluator.committableOffsets()).isEmpty();
    assertThat(views.find(SLOT.slotId())).isEmpty();
    assertThat(evaluator.load(0).undelivered()).isZero();
  }

  @Test
  void readingPausesWhileTooManyOutcomesAreUntold() {
    harness.assignEmpty();
    List<SlotDefinition> slots = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      slots.add(Auctions.slot("slot-" + i, PricingRule.FIRST_PRICE, RankingRule.PRICE));
    }
    slots.forEach(slot -> harness.apply(Auctions.opened(slot)));
    slots.forEach(slot -> harness.apply(Auctions.marker(slot)));
    evaluator.work();
    assertThat(outbound.outcomes).as("a bounded number at a time").hasSize(2);
    assertThat(evaluator.isSaturated()).isTrue();

    for (int i = 0; i < 4; i++) {
      outbound.outcomes.forEach(FakeOutbound.Sent::acknowledge);
      outbound.states.forEach(FakeOutbound.Sent::acknowledge);
      evaluator.work();
    }
    outbound.states.forEach(FakeOutbound.Sent::acknowledge);
    evaluator.work();
    assertThat(evaluator.isSaturated()).isFalse();
    assertThat(harness.committable()).isEqualTo(8);
  }

  @Test
  void tooManyRememberedBidsAreNoticedAndAClosedSlotFreesThem() {
    Harness small = new Harness(Harness.settings(20, 1_000));
    small.assignEmpty();
    small.apply(Auctions.opened(SLOT));
    small.bids(SLOT, 0, 19);
    assertThat(small.evaluator.isFull()).isFalse();
    small.bids(SLOT, 5, 20);
    assertThat(small.evaluator.isFull()).isTrue();
    assertThat(small.evaluator.load(0).rememberedBids()).as("repeats take no room").isEqualTo(20);

    small.apply(Auctions.marker(SLOT));
    assertThat(small.evaluator.isFull()).isFalse();
  }

  @Test
  void rememberedBidsOfALostPartitionAreNotCounted() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.bids(SLOT, 0, 5);
    assertThat(evaluator.rememberedBids()).isEqualTo(5);

    evaluator.revoke(Harness.PARTITION);
    assertThat(evaluator.rememberedBids()).isZero();
  }

  @Test
  void twoMarkersAndAManualAndATimedCloseAtOnceGiveOneOutcome() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.bids(SLOT, 0, 2);
    clock.now = SLOT.closesAt().plusMillis(1);
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);

    harness.apply(Auctions.marker(SLOT));
    harness.apply(outbound.markers.getFirst().message());
    harness.apply(Auctions.marker(SLOT));
    harness.settle();

    assertThat(outbound.outcomes).hasSize(1);
    assertThat(outbound.outcomes.getFirst().message().closeCause()).isEqualTo(CloseCause.REQUEST);
    assertThat(harness.committable()).isEqualTo(6);
  }

  @Test
  void slotThatClosesInTheFarthestFutureDisturbsNobody() {
    SlotDefinition endless =
        new SlotDefinition(
            SLOT.slotId(),
            SLOT.publisherId(),
            "endless",
            SLOT.floor(),
            SLOT.increment(),
            SLOT.pricing(),
            SLOT.ranking(),
            SLOT.opensAt(),
            Instant.parse("9999-12-31T23:59:59Z"));
    harness.assignEmpty();
    harness.apply(Auctions.opened(endless));
    evaluator.work();
    assertThat(evaluator.idle(Harness.LIMIT)).isPositive();
    assertThat(outbound.markers).isEmpty();
  }
}
