package io.quantedge.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalProperties {
  private static final AccountId BUYER = new AccountId("buyer-1");
  private static final AccountId PUBLISHER = new AccountId("publisher-1");

  @ParameterizedTest
  @ValueSource(longs = {3, 20260304, 424242})
  void aSaleAndItsReversalLeaveEveryAccountWhereItWas(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 5_000; run++) {
      Money price =
          Money.ofUnits(1 + (random.nextLong(Money.MAX_UNITS) >> random.nextInt(60)), "USD");
      Money fee = new FeeRate(random.nextInt(10_001)).feeOf(price);
      SlotId slotId = new SlotId("slot-" + run);
      String description = "seed " + seed + " run " + run + " price " + price + " fee " + fee;

      Posting sale = Posting.ofSale(slotId, BUYER, PUBLISHER, price.minus(fee), fee);
      Posting reversal = Posting.ofReversal(sale);

      Map<AccountId, Long> sums = new HashMap<>();
      Stream.of(sale, reversal)
          .flatMap(posting -> posting.entries().stream())
          .forEach(entry -> sums.merge(entry.accountId(), entry.amount().units(), Math::addExact));
      assertThat(sums.values()).as(description).hasSize(3).containsOnly(0L);
      assertThat(reversal.entryOf(EntryKind.REVERSAL_CREDIT).orElseThrow().amount())
          .as(description)
          .isEqualTo(price);
      assertThat(reversal.entries())
          .as(description)
          .extracting(LedgerEntry::kind)
          .containsExactly(
              EntryKind.REVERSAL_CREDIT, EntryKind.REVERSAL_DEBIT, EntryKind.FEE_REVERSAL);
    }
  }

  @Test
  void aSlotHasOneReversalWhoeverMakesIt() {
    Posting sale = sale("slot-1");

    assertThat(Posting.ofReversal(sale)).isEqualTo(Posting.ofReversal(sale("slot-1")));
    assertThat(Posting.ofReversal(sale).postingId())
        .isNotEqualTo(sale.postingId())
        .isNotEqualTo(Posting.ofReversal(sale("slot-2")).postingId());
  }

  @Test
  void onlyASaleIsUndone() {
    Posting funding = Posting.ofFunding(BUYER, UUID.randomUUID(), Money.of("5", "USD"));
    Posting reversal = Posting.ofReversal(sale("slot-1"));

    assertThat(List.of(funding, reversal))
        .allSatisfy(posting ->
            assertThatThrownBy(() -> Posting.ofReversal(posting))
                .isInstanceOf(IllegalStateException.class));
  }

  private static Posting sale(String slotId) {
    return Posting.ofSale(
        new SlotId(slotId), BUYER, PUBLISHER, Money.of("4.86", "USD"), Money.of("0.54", "USD"));
  }
}
