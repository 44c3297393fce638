package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import org.junit.jupiter.api.Test;

final class PartitionFoldTest {
  private static final SlotDefinition A =
      Auctions.slot("a", PricingRule.FIRST_PRICE, RankingRule.PRICE);
  private static final SlotDefinition B =
      Auctions.slot("b", PricingRule.FIRST_PRICE, RankingRule.PRICE);

  private final PartitionFold fold = new PartitionFold(7, 10, Auctions.RULES);

  @Test
  void commitStaysAtTheOpeningOfTheOldestUndecidedSlot() {
    assertThat(fold.committableOffset()).isEqualTo(10);
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.opened(B), 11);
    AuctionOutcome ofB = close(B, 12);
    fold.markDecided(ofB);
    assertThat(fold.committableOffset()).as("A is open").isEqualTo(10);

    AuctionOutcome ofA = close(A, 13);
    assertThat(fold.committableOffset()).as("A is closed, nobody knows").isEqualTo(10);

    fold.markDecided(ofA);
    assertThat(fold.committableOffset()).isEqualTo(14);
  }

  @Test
  void decidedSlotIsNotOpenedAgain() {
    fold.apply(Auctions.opened(A), 10);
    AuctionOutcome outcome = close(A, 11);

    assertThat(fold.apply(Auctions.opened(A), 12))
        .isEqualTo(new FoldEffect.OpeningIgnored(A.slotId()));
    assertThat(fold.openSlotCount()).isZero();

    PartitionFold next = new PartitionFold(7, 12, Auctions.RULES);
    next.restore(outcome);
    assertThat(next.apply(Auctions.opened(A), 12))
        .isEqualTo(new FoldEffect.OpeningIgnored(A.slotId()));
  }

  @Test
  void recordsOfARestoredOutcomeAreNotLate() {
    PartitionFold next = new PartitionFold(7, 10, Auctions.RULES);
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 11);
    AuctionOutcome outcome = close(A, 12);

    next.restore(outcome);
    next.apply(Auctions.opened(A), 10);
    assertThat(next.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 11))
        .isEqualTo(new FoldEffect.Replayed(A.slotId()));
    next.apply(Auctions.marker(A), 12);
    assertThat(next.apply(Auctions.placed(Auctions.bid(A, 2, "y", 90_000)), 13))
        .isEqualTo(new FoldEffect.Judged(A.slotId(), Verdict.LATE));

    SlotView view = next.view(A.slotId()).orElseThrow();
    assertThat(view.late()).isEqualTo(1);
    assertThat(view.offset()).isEqualTo(13);
    assertThat(view.outcome()).contains(outcome);
  }

  @Test
  void bidBehindTheMarkerIsLateAndTheSecondMarkerIsHarmless() {
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 11);
    AuctionOutcome outcome = close(A, 12);

    assertThat(fold.apply(Auctions.placed(Auctions.bid(A, 2, "y", 90_000)), 13))
        .isEqualTo(new FoldEffect.Judged(A.slotId(), Verdict.LATE));
    assertThat(fold.apply(Auctions.marker(A), 14))
        .isEqualTo(new FoldEffect.MarkerIgnored(A.slotId()));
    assertThat(fold.view(A.slotId()).orElseThrow().outcome()).contains(outcome);
    assertThat(outcome.total().received()).isEqualTo(1);
    assertThat(outcome.lastOffset()).isEqualTo(11);
    assertThat(outcome.closeOffset()).isEqualTo(12);
  }

  @Test
  void bidForASlotThatNobodyOpenedIsUnknown() {
    assertThat(fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 10))
        .isEqualTo(new FoldEffect.UnknownSlot(A.slotId()));
    assertThat(fold.view(A.slotId())).isEmpty();
    assertThat(fold.committableOffset()).isEqualTo(11);
  }

  @Test
  void offsetsOnlyGrow() {
    fold.apply(Auctions.opened(A), 10);
    assertThatThrownBy(() -> fold.apply(Auctions.opened(B), 10))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("offset 10 came again");
  }

  @Test
  void outcomeSurvivesItsWayThroughTheTopicUnchanged() throws MalformedEventException {
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 11);
    AuctionOutcome outcome = close(A, 12);

    byte[] bytes = EventCodec.OUTCOME.encode(outcome);
    assertThat(EventCodec.OUTCOME.decode(bytes)).isEqualTo(outcome);
    assertThat(EventCodec.OUTCOME.encode(EventCodec.OUTCOME.decode(bytes))).isEqualTo(bytes);
    SlotState state = new SlotState.Decided(A.slotId(), outcome);
    assertThat(EventCodec.SLOT_STATE.decode(EventCodec.SLOT_STATE.encode(state))).isEqualTo(state);
  }

  private AuctionOutcome close(SlotDefinition slot, long offset) {
    return switch (fold.apply(Auctions.marker(slot), offset)) {
      case FoldEffect.Closed(AuctionOutcome outcome) -> outcome;
      case FoldEffect other -> throw new AssertionError("not closed: " + other);
    };
  }
}
