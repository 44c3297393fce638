package io.quantedge.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostingTest {
  private static final AccountId BUYER = new AccountId("buyer-1");
  private static final Money FIVE = Money.of("5", "USD");

  @Test
  void entriesThatDoNotBalanceAreNoPosting() {
    List<LedgerEntry> unbalanced =
        List.of(
            new LedgerEntry(1, BUYER, EntryKind.SALE_DEBIT, FIVE.negated()),
            new LedgerEntry(
                2, HouseAccounts.FEES, EntryKind.FEE_CREDIT, Money.of("4.9999", "USD")));

    assertThatThrownBy(() -> new Posting(UUID.randomUUID(), Optional.empty(), unbalanced))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sums to -0.0001 USD");
  }

  @Test
  void twoCurrenciesNeverBalance() {
    List<LedgerEntry> mixed =
        List.of(
            new LedgerEntry(1, BUYER, EntryKind.SALE_DEBIT, FIVE.negated()),
            new LedgerEntry(2, HouseAccounts.FEES, EntryKind.FEE_CREDIT, Money.of("5", "EUR")));

    assertThatThrownBy(() -> new Posting(UUID.randomUUID(), Optional.empty(), mixed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void postingTheSameTwiceWantsTheSameRows() {
    SlotId slot = new SlotId("slot-1");
    Posting one = Posting.ofSale(slot, BUYER, new AccountId("pub"), FIVE, Money.of("1", "USD"));
    Posting two = Posting.ofSale(slot, BUYER, new AccountId("pub"), FIVE, Money.of("1", "USD"));

    assertThat(one).isEqualTo(two);
    assertThat(one.entries().stream().map(one::entryId).distinct()).hasSize(3);
    assertThat(one.entries().stream().map(one::entryId).toList())
        .isEqualTo(two.entries().stream().map(two::entryId).toList());
  }

  @Test
  void aFundingCannotOccupyThePostingOfASettlementToCome() {
    UUID chosenByAStranger = SettlementId.of(new SlotId("slot-1")).value();

    Posting funding = Posting.ofFunding(BUYER, chosenByAStranger, FIVE);

    assertThat(funding.postingId()).isNotEqualTo(chosenByAStranger);
  }
}
