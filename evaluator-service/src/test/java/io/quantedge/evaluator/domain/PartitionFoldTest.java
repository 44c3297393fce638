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
import java.time.Instant;
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
    fold.markDecided(new SlotState.Decided(B.slotId(), ofB));
    assertThat(fold.committableOffset()).as("A is open").isEqualTo(10);

    AuctionOutcome ofA = close(A, 13);
    assertThat(fold.committableOffset()).as("A is closed, nobody knows").isEqualTo(10);

    fold.markDecided(new SlotState.Decided(A.slotId(), ofA));
    assertThat(fold.committableOffset()).isEqualTo(14);
  }

  @Test
  void decidedSlotIsNotOpenedAgain() {
    fold.apply(Auctions.opened(A), 10);
    AuctionOutcome outcome = close(A, 11);

    assertThat(fold.apply(Auctions.opened(A), 12))
        .isEqualTo(new FoldEffect.OpeningIgnored(A.slotId()));
    assertThat(fold.openSlotCount()).isZero();

    PartitionFold next = resumed(12, new SlotState.Decided(A.slotId(), outcome));
    assertThat(next.apply(Auctions.opened(A), 12))
        .isEqualTo(new FoldEffect.OpeningIgnored(A.slotId()));
  }

  @Test
  void recordsOfARestoredOutcomeAreNotLate() {
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 11);
    AuctionOutcome outcome = close(A, 12);

    PartitionFold next = resumed(10, new SlotState.Decided(A.slotId(), outcome));
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

  @Test
  void lateBidsAreCountedOnceOverARestartAndTheCommitWaitsForTheirCount() {
    fold.apply(Auctions.opened(A), 10);
    AuctionOutcome outcome = close(A, 11);
    fold.markDecided(new SlotState.Decided(A.slotId(), outcome));
    assertThat(fold.unsavedLate(A.slotId())).isEmpty();
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 12);
    fold.apply(Auctions.placed(Auctions.bid(A, 2, "x", 20_000)), 13);
    assertThat(fold.committableOffset()).as("nobody else knows of the late bids").isEqualTo(12);

    SlotState.Late counted = fold.unsavedLate(A.slotId()).orElseThrow();
    assertThat(counted).isEqualTo(new SlotState.Late(A.slotId(), 11, 2, 13));
    fold.apply(Auctions.placed(Auctions.bid(A, 3, "x", 20_000)), 14);
    fold.markLateSaved(counted);
    assertThat(fold.committableOffset()).as("one came meanwhile").isEqualTo(14);

    PartitionFold next = resumed(12, new SlotState.Decided(A.slotId(), outcome), counted);
    for (int i = 0; i < 3; i++) {
      next.apply(Auctions.placed(Auctions.bid(A, 1 + i, "x", 20_000)), 12 + i);
    }
    assertThat(next.view(A.slotId()).orElseThrow().late()).isEqualTo(3);
  }

  @Test
  void anOlderCountOfLateBidsThatIsWrittenLastChangesNothing() {
    fold.apply(Auctions.opened(A), 10);
    AuctionOutcome outcome = close(A, 11);

    PartitionFold next =
        resumed(
            15,
            new SlotState.Decided(A.slotId(), outcome),
            new SlotState.Late(A.slotId(), 11, 3, 14),
            new SlotState.Late(A.slotId(), 11, 1, 12));

    assertThat(next.view(A.slotId()).orElseThrow().late()).isEqualTo(3);
  }

  @Test
  void commitPassesASavedOpenSlotAndTheNextOwnerGoesOnFromThere() {
    fold.apply(Auctions.opened(A), 10);
    for (int i = 0; i < 300; i++) {
      fold.apply(Auctions.placed(Auctions.bid(A, i, "x" + i % 9, 20_000 + i)), 11 + i);
    }
    assertThat(fold.committableOffset()).isEqualTo(10);
    assertThat(fold.openHeldBelow(311, 5)).containsExactly(A.slotId());
    SlotState.Open head = fold.save(A.slotId());
    assertThat(head.chunks()).isEqualTo(2).isEqualTo(fold.fullChunks(A.slotId()));
    fold.markSaved(head);
    assertThat(fold.committableOffset()).isEqualTo(311);

    PartitionFold next = resumed(311, fold.chunk(A.slotId(), 0), fold.chunk(A.slotId(), 1), head);

    assertThat(next.nextOffset()).isEqualTo(311);
    assertThat(next.rememberedBids()).isEqualTo(300);
    assertThat(next.apply(Auctions.placed(Auctions.bid(A, 7, "x7", 20_007)), 311))
        .isEqualTo(new FoldEffect.Judged(A.slotId(), Verdict.DUPLICATE));
    fold.apply(Auctions.placed(Auctions.bid(A, 7, "x7", 20_007)), 311);
    assertThat(next.apply(Auctions.marker(A), 312)).isEqualTo(fold.apply(Auctions.marker(A), 312));
    assertThat(next.rememberedBids()).isZero();
  }

  @Test
  void olderHeadTakesTheStartBackAndOtherSlotsSkipWhatTheyHave() {
    fold.apply(Auctions.opened(A), 10);
    fold.apply(Auctions.opened(B), 11);
    SlotState.Open old = fold.save(B.slotId());
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 12);
    SlotState.Open recent = fold.save(A.slotId());

    PartitionFold next = resumed(13, recent, old);

    assertThat(next.nextOffset()).isEqualTo(12);
    assertThat(next.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 12))
        .isEqualTo(new FoldEffect.Replayed(A.slotId()));
  }

  @Test
  void headWithoutItsChunksIsFoldedAgainFromTheOpening() {
    SlotState.Open head = headOf(200);

    PartitionFold next = resumed(211, head);

    assertThat(next.nextOffset()).isEqualTo(10);
    assertThat(next.isOpen(A.slotId())).isFalse();
  }

  @Test
  void headThatKeepsFewerAccountsThanAreAskedForIsFoldedAgainFromTheOpening() {
    SavedSlots saved = new SavedSlots(Instant.EPOCH);
    saved.add(headOf(20), Auctions.OPENS);

    PartitionFold next =
        PartitionFold.resumed(7, saved, new LogRange(0, 31, 31), new FoldRules(4, 1));

    assertThat(next.nextOffset()).isEqualTo(10);
  }

  @Test
  void openSlotWhoseLogIsGoneIsRefusedLoudly() {
    SavedSlots saved = new SavedSlots(Instant.EPOCH);
    saved.add(headOf(200), Auctions.OPENS);

    assertThatThrownBy(
            () -> PartitionFold.resumed(7, saved, new LogRange(11, 211, 300), Auctions.RULES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("slot a is open")
        .hasMessageContaining("from offset 10 on, but its log begins at 11");
  }

  @Test
  void decisionStandsWhateverIsWrittenOverIt() {
    SlotState.Open head = headOf(20);
    AuctionOutcome outcome = close(A, 31);

    PartitionFold next = resumed(32, new SlotState.Decided(A.slotId(), outcome), head);

    assertThat(next.nextOffset()).isEqualTo(32);
    assertThat(next.view(A.slotId()).orElseThrow().outcome()).contains(outcome);
  }

  @Test
  void forgottenOutcomeLeavesNoViewAndTheSlotStaysDecided() {
    fold.apply(Auctions.opened(A), 10);
    AuctionOutcome outcome = close(A, 11);
    fold.forgetOutcome(A.slotId());
    assertThat(fold.decidedState(A.slotId())).as("nobody else knows it yet").isPresent();

    fold.markDecided(new SlotState.Decided(A.slotId(), outcome));
    fold.forgetOutcome(A.slotId());

    assertThat(fold.view(A.slotId())).isEmpty();
    assertThat(fold.apply(Auctions.opened(A), 12))
        .isEqualTo(new FoldEffect.OpeningIgnored(A.slotId()));
    fold.apply(Auctions.placed(Auctions.bid(A, 1, "x", 20_000)), 13);
    assertThat(fold.unsavedLate(A.slotId())).contains(new SlotState.Late(A.slotId(), 11, 1, 13));
  }

  /** A slot that was opened at offset 10 and has so many bids. */
  private SlotState.Open headOf(int bids) {
    fold.apply(Auctions.opened(A), 10);
    for (int i = 0; i < bids; i++) {
      fold.apply(Auctions.placed(Auctions.bid(A, i, "x", 20_000)), 11 + i);
    }
    return fold.save(A.slotId());
  }

  private static PartitionFold resumed(long committed, SlotState... states) {
    SavedSlots saved = new SavedSlots(Instant.EPOCH);
    for (SlotState state : states) {
      saved.add(state, Auctions.OPENS);
    }
    return PartitionFold.resumed(7, saved, new LogRange(0, committed, committed), Auctions.RULES);
  }

  private AuctionOutcome close(SlotDefinition slot, long offset) {
    return switch (fold.apply(Auctions.marker(slot), offset)) {
      case FoldEffect.Closed(AuctionOutcome outcome) -> outcome;
      case FoldEffect other -> throw new AssertionError("not closed: " + other);
    };
  }
}
