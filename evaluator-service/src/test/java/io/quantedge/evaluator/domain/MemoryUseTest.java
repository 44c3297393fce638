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
  private static final Region REGION = new Region("eu-west-1");

  @Test
  void rememberedBidTakesFewBytesAndTheReportedOnesAreTheRealOnes() {
    int bids = 300_000;
    PartitionFold fold = new PartitionFold(0, 0, Auctions.RULES);
    SlotDefinition slot = slot("big");
    fold.apply(Auctions.opened(slot), 0);
    Random random = new Random(1);
    long before = usedHeapBytes();
    for (int i = 0; i < bids; i++) {
      fold.apply(Auctions.placed(bid(slot, random)), i + 1);
    }
    long perBid = (usedHeapBytes() - before) / bids;

    // 63 to 65 bytes: 56 of the row and 4 to 8 of the table, which doubles.
    assertThat(perBid).isBetween(50L, 100L);
    assertThat(fold.rememberedBytes() / bids).isBetween(perBid - 15, perBid + 15);
    assertThat(fold.rememberedBids()).isEqualTo(bids);
  }

  @Test
  void openSlotTakesAboutAKilobyte() {
    int slots = 10_000;
    PartitionFold fold = new PartitionFold(0, 0, Auctions.RULES);
    SlotDefinition[] definitions = new SlotDefinition[slots];
    for (int i = 0; i < slots; i++) {
      definitions[i] = slot("slot-" + i);
    }
    Random random = new Random(1);
    long before = usedHeapBytes();
    for (int i = 0; i < slots; i++) {
      fold.apply(Auctions.opened(definitions[i]), 2L * i);
      fold.apply(Auctions.placed(bid(definitions[i], random)), 2L * i + 1);
    }
    long perSlot = (usedHeapBytes() - before) / slots;

    // About 600 bytes without and 1,200 with a first bid.
    assertThat(perSlot).isLessThan(2_500);
    assertThat(fold.openSlotCount()).isEqualTo(slots);
  }

  @Test
  void closedSlotGivesItsMemoryBack() {
    PartitionFold fold = new PartitionFold(0, 0, Auctions.RULES);
    SlotDefinition slot = slot("big");
    long before = usedHeapBytes();
    fold.apply(Auctions.opened(slot), 0);
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      fold.apply(Auctions.placed(bid(slot, random)), i + 1);
    }
    fold.apply(Auctions.marker(slot), 200_001);

    assertThat(usedHeapBytes() - before).isLessThan(2_000_000);
    assertThat(fold.rememberedBids()).isZero();
    assertThat(fold.view(slot.slotId())).isPresent();
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
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
