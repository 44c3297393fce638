package io.quantedge.evaluator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.domain.Auctions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of decided slots: their late bids, their outcomes, and in the end nothing. */
final class ArchiveTest {
  private static final SlotDefinition SLOT =
      Auctions.slot("slot", PricingRule.FIRST_PRICE, RankingRule.PRICE);

  private final Harness harness = new Harness();
  private final FakeOutbound outbound = harness.outbound;

  @Test
  void lateBidsHoldTheCommitUntilTheirCountIsSaved() {
    decide();
    harness.bids(SLOT, 0, 3);
    harness.settle();
    assertThat(harness.committable()).as("nobody else knows of them").isEqualTo(2);

    harness.clock.pass(1_001);
    harness.evaluator.work();
    harness.evaluator.work();
    assertThat(outbound.statesOf(SlotState.Late.class))
        .containsExactly(new SlotState.Late(SLOT.slotId(), 1, 3, 4));
    assertThat(harness.committable()).isEqualTo(2);
    harness.settle();
    assertThat(harness.committable()).isEqualTo(5);
  }

  @Test
  void countsOfLateBidsAreSavedOneAfterTheOtherAndTheLastOneStays() {
    decide();
    harness.bids(SLOT, 0, 1);
    report();
    harness.bids(SLOT, 1, 2);
    report();
    assertThat(outbound.statesOf(SlotState.Late.class)).as("one at a time").hasSize(1);

    harness.settle();
    report();
    harness.settle();
    assertThat(outbound.statesOf(SlotState.Late.class))
        .extracting(SlotState.Late::late)
        .containsExactly(1L, 2L);
    assertThat(erased()).containsExactly("slot#late@2");
    assertThat(harness.committable()).isEqualTo(4);
  }

  @Test
  void lateBidsAreCountedOnceOverARestart() {
    decide();
    harness.bids(SLOT, 0, 3);
    report();
    harness.settle();
    harness.bids(SLOT, 3, 5);
    SlotState[] saved =
        outbound.states.stream().map(FakeOutbound.Sent::message).toArray(SlotState[]::new);

    Harness next = new Harness();
    next.offset = next.assign(harness.committable(), 7, saved);
    next.bids(SLOT, 3, 5);
    next.evaluator.work();

    assertThat(next.offset).isEqualTo(7);
    assertThat(next.views.find(SLOT.slotId()).orElseThrow().late()).isEqualTo(5);
  }

  @Test
  void outcomeLeavesMemoryAndTheSlotIsStillNotOpenedAgain() {
    decide();
    harness.clock.pass(599_000);
    harness.evaluator.work();
    assertThat(harness.views.find(SLOT.slotId())).isPresent();

    harness.clock.pass(2_000);
    harness.evaluator.work();
    assertThat(harness.views.find(SLOT.slotId())).isEmpty();

    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.marker(SLOT));
    harness.bids(SLOT, 0, 1);
    report();
    harness.settle();
    assertThat(outbound.outcomes).hasSize(1);
    assertThat(outbound.statesOf(SlotState.Late.class))
        .as("late bids are counted for ever")
        .containsExactly(new SlotState.Late(SLOT.slotId(), 1, 1, 4));
    assertThat(harness.committable()).isEqualTo(5);
  }

  @Test
  void afterItsRetentionNothingIsKeptOfASlot() {
    decide();
    harness.bids(SLOT, 0, 1);
    report();
    harness.settle();

    harness.clock.pass(192L * 3_600_000 + 1);
    harness.settle();

    assertThat(erased()).containsExactly("slot#late@2", "slot");
    harness.apply(Auctions.opened(SLOT));
    assertThat(harness.evaluator.load(0).openSlots()).isEqualTo(1);
  }

  private void decide() {
    harness.assignEmpty();
    harness.apply(Auctions.opened(SLOT));
    harness.apply(Auctions.marker(SLOT));
    harness.settle();
    assertThat(harness.committable()).isEqualTo(2);
  }

  private void report() {
    harness.clock.pass(1_001);
    harness.evaluator.work();
  }

  private List<String> erased() {
    return outbound.erased.stream().map(FakeOutbound.Sent::message).toList();
  }
}
