package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.domain.FoldEffect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvaluatorTest {
  private static final int PARTITION = 4;
  private static final SlotDefinition SLOT =
      Auctions.slot("slot", PricingRule.SECOND_PRICE, RankingRule.PRICE);
  private static final Duration LIMIT = Duration.ofMillis(100);

  private final FakeOutbound outbound = new FakeOutbound();
  private final Watcher watcher = new Watcher();
  private final SlotViews views = new SlotViews();
  private final TestClock clock = new TestClock();
  private final Evaluator evaluator =
      new Evaluator(
          outbound,
          watcher,
          views,
          clock,
          new EvaluatorSettings(
              Auctions.RULES, Duration.ofSeconds(1), Duration.ofMillis(500), 2, 3));
  private long offset;

  @Test
  void slotIsClosedByTheClockAloneOnceItsTimeHasPassed() {
    assignEmpty();
    apply(Auctions.opened(SLOT));

    clock.now = SLOT.closesAt();
    evaluator.work();
    assertThat(outbound.markers).as("a bid may still be accepted at closesAt").isEmpty();
    assertThat(evaluator.idle(LIMIT)).isLessThanOrEqualTo(Duration.ofMillis(1));

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
    assignEmpty();
    apply(Auctions.opened(SLOT));
    clock.now = SLOT.closesAt().plusMillis(1);
    evaluator.work();
    outbound.markers.getFirst().fail();
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);

    clock.pass(501);
    evaluator.work();
    assertThat(outbound.markers).hasSize(2);
    assertThat(watcher.failedSends).isEqualTo(1);

    outbound.markers.getLast().fail();
    evaluator.work();
    apply(Auctions.marker(SLOT));
    clock.pass(501);
    evaluator.work();
    assertThat(outbound.markers).as("somebody else closed it").hasSize(2);
  }

  @Test
  void replayOfAClosedPastAppendsNoMarkers() {
    clock.now = SLOT.closesAt().plusSeconds(3600);
    evaluator.assign(PARTITION, List.of(), 0, 2);
    apply(Auctions.opened(SLOT));
    evaluator.work();
    assertThat(evaluator.isCaughtUp()).isFalse();
    assertThat(outbound.markers).isEmpty();

    apply(Auctions.marker(SLOT));
    evaluator.work();
    assertThat(evaluator.isCaughtUp()).isTrue();
    assertThat(outbound.markers).isEmpty();
    assertThat(outbound.outcomes).hasSize(1);
  }

  @Test
  void slotThatWasDueBeforeTheRestartIsClosedWhenTheReplayEnds() {
    clock.now = SLOT.closesAt().plusSeconds(3600);
    evaluator.assign(PARTITION, List.of(), 0, 1);
    apply(Auctions.opened(SLOT));
    evaluator.work();
    assertThat(outbound.markers).hasSize(1);
  }

  @Test
  void slotIsDecidedOnlyWhenItsOutcomeAndThenItsStateAreAcknowledged() {
    assignEmpty();
    apply(Auctions.opened(SLOT));
    apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
    apply(Auctions.marker(SLOT));
    evaluator.work();
    assertThat(outbound.outcomes).hasSize(1);
    assertThat(outbound.states).as("a state without its outcome would hide the slot").isEmpty();
    assertThat(committable()).isZero();

    outbound.outcomes.getFirst().acknowledge();
    evaluator.work();
    assertThat(outbound.states).hasSize(1);
    assertThat(committable()).isZero();

    outbound.states.getFirst().acknowledge();
    evaluator.work();
    assertThat(committable()).isEqualTo(3);
    assertThat(watcher.announced).hasSize(1);
  }

  @Test
  void failedOutcomeIsToldAgainAndIsTheSame() {
    assignEmpty();
    apply(Auctions.opened(SLOT));
    apply(Auctions.marker(SLOT));
    evaluator.work();
    outbound.outcomes.getFirst().fail();
    evaluator.work();
    assertThat(outbound.states).isEmpty();
    assertThat(committable()).isZero();

    clock.pass(501);
    evaluator.work();
    assertThat(outbound.outcomes).hasSize(2);
    assertThat(outbound.outcomes.getLast().message())
        .isEqualTo(outbound.outcomes.getFirst().message());
  }

  @Test
  void finalTrafficGoesWithTheOutcomeAndIsNeededForTheDecision() {
    outbound.acknowledgeStats = false;
    assignEmpty();
    apply(Auctions.opened(SLOT));
    apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
    apply(Auctions.marker(SLOT));
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
    assignEmpty();
    apply(Auctions.opened(SLOT));
    apply(Auctions.placed(Auctions.bid(SLOT, 1, "a", 20_000)));
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

    apply(Auctions.placed(Auctions.bid(SLOT, 2, "a", 20_000)));
    clock.pass(1_001);
    evaluator.work();
    assertThat(outbound.stats.getLast().message().total().received())
        .as("counts are cumulative")
        .isEqualTo(2);
  }

  @Test
  void revokedPartitionIsForgottenWithItsTimersMessagesAndViews() {
    assignEmpty();
    apply(Auctions.opened(SLOT));
    apply(Auctions.marker(SLOT));
    evaluator.work();

    evaluator.revoke(PARTITION);
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
    assignEmpty();
    List<SlotDefinition> slots = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      slots.add(Auctions.slot("slot-" + i, PricingRule.FIRST_PRICE, RankingRule.PRICE));
    }
    slots.forEach(slot -> apply(Auctions.opened(slot)));
    slots.forEach(slot -> apply(Auctions.marker(slot)));
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
    assertThat(committable()).isEqualTo(8);
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
    assignEmpty();
    apply(Auctions.opened(endless));
    evaluator.work();
    assertThat(evaluator.idle(LIMIT)).isPositive();
    assertThat(outbound.markers).isEmpty();
  }

  private void assignEmpty() {
    evaluator.assign(PARTITION, List.of(), 0, 0);
  }

  private void apply(AuctionEvent event) {
    evaluator.apply(PARTITION, offset, event);
    offset++;
    evaluator.advance(PARTITION, offset);
  }

  private long committable() {
    return evaluator.committableOffsets().getOrDefault(PARTITION, -1L);
  }

  private static final class TestClock extends Clock {
    private Instant now = Auctions.OPENS;

    void pass(long millis) {
      now = now.plusMillis(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static final class Watcher implements EvaluationObserver {
    private final List<AuctionOutcome> announced = new ArrayList<>();
    private int failedSends;

    @Override
    public void folded(FoldEffect effect) {}

    @Override
    public void undecodable() {}

    @Override
    public void sendFailed() {
      failedSends++;
    }

    @Override
    public void announced(AuctionOutcome outcome, Duration sinceClose) {
      announced.add(outcome);
    }

    @Override
    public void loopRestarted() {}

    @Override
    public void measured(Load load) {}
  }
}
