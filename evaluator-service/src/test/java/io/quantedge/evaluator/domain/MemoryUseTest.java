package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What open slots take of the real heap. The bounds leave room for another layout of objects; what
 * was measured is in the comments.
 */
final class MemoryUseTest {
  private static final int BIDS = 120_000;
  private static final int SLOTS = 5_000;
  private static final Region REGION = new Region("eu-west-1");

  private PartitionFold fold = new PartitionFold(0, 0, Auctions.RULES);

  @Test
  void rememberedBidTakesFewBytesAndTheReportedOnesAreTheRealOnes() {
    long perBid = leastFreed(this::fillOneSlot) / BIDS;
    fillOneSlot();
    long reported = fold.rememberedBytes() / BIDS;

    assertThat(fold.rememberedBids()).isEqualTo(BIDS);
    // 63 to 65 bytes: 56 of the row and 4 to 8 of the table, which doubles.
    assertThat(perBid).isBetween(50L, 100L);
    assertThat(reported).isBetween(perBid - 15, perBid + 15);
  }

  @Test
  void openSlotTakesAboutAKilobyte() {
    long perSlot = leastFreed(this::openManySlots) / SLOTS;

    // About 600 bytes without and 1,200 with a first bid, and 200 of the definition.
    assertThat(perSlot).isBetween(300L, 2_500L);
  }

  @Test
  void closedSlotGivesItsMemoryBack() {
    long left =
        leastFreed(() -> {
          fillOneSlot();
          fold.apply(Auctions.marker(slot("big")), BIDS + 1);
        });

    assertThat(left).isLessThan(1_000_000);
  }

  private void fillOneSlot() {
    SlotDefinition slot = slot("big");
    Random random = new Random(1);
    fold.apply(Auctions.opened(slot), 0);
    for (int i = 0; i < BIDS; i++) {
      fold.apply(Auctions.placed(bid(slot, random)), i + 1);
    }
  }

  private void openManySlots() {
    Random random = new Random(1);
    for (int i = 0; i < SLOTS; i++) {
      SlotDefinition slot = slot("slot-" + i);
      fold.apply(Auctions.opened(slot), 2L * i);
      fold.apply(Auctions.placed(bid(slot, random)), 2L * i + 1);
    }
  }

  /**
   * How much the heap shrinks when nobody holds the fold any more. What else is freed meanwhile is
   * freed once, so the least of several times is the fold's own.
   */
  private long leastFreed(Runnable fill) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      fill.run();
      long with = usedHeapBytes();
      fold = new PartitionFold(0, 0, Auctions.RULES);
      least = Math.min(least, with - usedHeapBytes());
    }
    return least;
  }

  private static SlotDefinition slot(String id) {
    return Auctions.slot(id, PricingRule.SECOND_PRICE, RankingRule.PRICE);
  }

  private static Bid bid(SlotDefinition slot, Random random) {
    return new Bid(
        new BidId(new UUID(random.nextLong(), random.nextLong())),
        slot.slotId(),
        new AccountId("account-" + random.nextInt(50)),
        REGION,
        Money.ofUnits(10_000 + random.nextInt(50_000), "USD"),
        20,
        QualityScore.FULL,
        Auctions.OPENS);
  }

  private static long usedHeapBytes() {
    Runtime runtime = Runtime.getRuntime();
    // The serial collector leaves some garbage where it is, except every fourth time.
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
