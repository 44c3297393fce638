package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.domain.Auctions;
import org.junit.jupiter.api.Test;

/**
 * How slots that stay open are saved, so that a new owner need not fold them from their opening.
 */
final class SnapshotTest {
  private static final SlotDefinition SLOT =
      Auctions.slot("long", PricingRule.FIRST_PRICE, RankingRule.PRICE);

  private final Harness harness = new Harness();
  private final FakeOutbound outbound = harness.outbound;

  @Test
  void slotIsSavedOnceItHoldsBackMoreRecordsThanAllowedAndOnlyThenTheCommitPassesIt() {
    open();
    harness.bids(SLOT, 0, 9);
    harness.evaluator.work();
    assertThat(outbound.states).isEmpty();

    harness.bids(SLOT, 9, 10);
    harness.evaluator.work();
    assertThat(outbound.statesOf(SlotState.Open.class)).hasSize(1);
    assertThat(harness.committable()).as("it is not acknowledged").isZero();

    outbound.states.getFirst().acknowledge();
    harness.evaluator.work();
    assertThat(harness.committable()).isEqualTo(11);
    assertThat(harness.watcher.snapshots).isEqualTo(1);
  }

  @Test
  void slotIsSavedWhenWhatItHoldsBackIsOld() {
    open();
    harness.bids(SLOT, 0, 3);
    harness.settle();
    harness.clock.pass(30_000);
    harness.settle();
    assertThat(outbound.states).isEmpty();

    harness.clock.pass(31_000);
    harness.settle();
    assertThat(outbound.statesOf(SlotState.Open.class)).hasSize(1);
    harness.clock.pass(120_000);
    harness.settle();
    assertThat(outbound.states).as("nothing came behind it").hasSize(1);
  }

  @Test
  void headWaitsForItsChunksAndFullChunksAreWrittenOnce() {
    open();
    harness.bids(SLOT, 0, 300);
    harness.evaluator.work();
    assertThat(outbound.statesOf(SlotState.Memory.class))
        .extracting(SlotState.Memory::chunk)
        .containsExactly(0, 1);
    assertThat(outbound.statesOf(SlotState.Open.class)).isEmpty();

    outbound.states.getFirst().acknowledge();
    harness.evaluator.work();
    assertThat(outbound.statesOf(SlotState.Open.class)).as("a chunk is missing").isEmpty();
    harness.settle();
    assertThat(outbound.statesOf(SlotState.Open.class)).hasSize(1);

    harness.bids(SLOT, 300, 400);
    harness.settle();
    assertThat(outbound.statesOf(SlotState.Memory.class))
        .extracting(SlotState.Memory::chunk)
        .containsExactly(0, 1, 2);
    assertThat(outbound.statesOf(SlotState.Open.class)).hasSize(2);
    assertThat(harness.committable()).isEqualTo(401);
  }

  @Test
  void savedSlotGoesOnAtItsNextOwnerAndHasTheSameOutcome() {
    open();
    harness.bids(SLOT, 0, 300);
    harness.settle();
    SlotState[] saved =
        outbound.states.stream().map(FakeOutbound.Sent::message).toArray(SlotState[]::new);

    Harness next = new Harness();
    next.offset = next.assign(harness.committable(), 301, saved);
    assertThat(next.offset).isEqualTo(301);
    assertThat(next.evaluator.isCaughtUp()).isTrue();
    assertThat(next.views.find(SLOT.slotId()).orElseThrow().total().counted()).isEqualTo(300);

    assertThat(outcomeOf(next)).isEqualTo(outcomeOf(harness));
    next.clock.now = SLOT.closesAt().plusMillis(1);
    next.settle();
    assertThat(next.outbound.erased)
        .extracting(FakeOutbound.Sent::message)
        .containsExactly("long#0", "long#1");
  }

  @Test
  void snapshotThatFailedIsNotSentAgainOnceTheSlotIsClosed() {
    open();
    harness.bids(SLOT, 0, 20);
    harness.evaluator.work();
    outbound.states.getFirst().fail();
    harness.evaluator.work();
    harness.apply(Auctions.marker(SLOT));
    harness.settle();
    harness.clock.pass(501);
    harness.settle();

    assertThat(outbound.statesOf(SlotState.Open.class)).hasSize(1);
    assertThat(outbound.states.getLast().message()).isInstanceOf(SlotState.Decided.class);
    assertThat(harness.committable()).isEqualTo(22);
  }

  @Test
  void decidedSlotTakesItsChunksBack() {
    open();
    harness.bids(SLOT, 0, 300);
    harness.settle();
    harness.apply(Auctions.marker(SLOT));
    harness.evaluator.work();
    assertThat(outbound.erased).as("not before the decision is safe").isEmpty();

    harness.settle();
    assertThat(outbound.erased)
        .extracting(FakeOutbound.Sent::message)
        .containsExactly("long#0", "long#1");
  }

  @Test
  void chunksThatADecidedSlotLeftBehindAreTakenBackByTheNextOwner() {
    open();
    harness.bids(SLOT, 0, 300);
    harness.settle();
    harness.apply(Auctions.marker(SLOT));
    harness.settle();
    SlotState[] saved =
        outbound.states.stream().map(FakeOutbound.Sent::message).toArray(SlotState[]::new);

    Harness next = new Harness();
    next.assign(harness.committable(), harness.committable(), saved);
    next.settle();

    assertThat(next.outbound.erased)
        .extracting(FakeOutbound.Sent::message)
        .containsExactly("long#0", "long#1");
  }

  @Test
  void fewMessagesOfASnapshotAreSentInOneTurn() {
    Harness big = new Harness(Harness.settings(1_000_000, 10));
    big.assignEmpty();
    big.apply(Auctions.opened(SLOT));
    big.bids(SLOT, 0, 128 * 40);

    big.evaluator.work();
    assertThat(big.outbound.states).hasSize(8);
    big.evaluator.work();
    big.evaluator.work();
    assertThat(big.outbound.states).as("and few are unacknowledged").hasSize(16);
  }

  private void open() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
  }

  private static AuctionOutcome outcomeOf(Harness harness) {
    harness.apply(Auctions.marker(SLOT));
    harness.settle();
    return harness.outbound.outcomes.getLast().message();
  }
}
