package io.quantedge.settlement.domain;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.settlement.testing.Outcomes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyRulesProperties {
  private static final SettlementRules RULES = new SettlementRules(new FeeRate(1_000));
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");

  @ParameterizedTest
  @ValueSource(longs = {5, 20260306, 31337})
  void moneyMovesInTheSlotsCurrencyAloneAndBetweenAccountsThatTradeInIt(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 3_000; run++) {
      AuctionOutcome outcome = awarded("slot-1", offer("first", "5.40"), offer("second", "5.30"));
      Map<AccountId, Buyer> known = new HashMap<>();
      put(known, "first", AccountType.ADVERTISER, anyCurrency(random));
      put(known, "second", AccountType.ADVERTISER, anyCurrency(random));
      if (random.nextBoolean()) {
        put(known, Outcomes.PUBLISHER.value(), AccountType.PUBLISHER, anyCurrency(random));
      }
      String description = "seed " + seed + " run " + run + " accounts " + known;

      SettlementDecision decision = RULES.decide(outcome, known);

      Buyer publisher = known.get(Outcomes.PUBLISHER);
      boolean publisherTakesIt = publisher == null || publisher.account().currency().equals("USD");
      if (decision instanceof SettlementDecision.Settle settle) {
        assertThat(publisherTakesIt).as(description).isTrue();
        assertThat(settle.buyer().account().currency()).as(description).isEqualTo("USD");
        assertThat(settle.posting().entries())
            .as(description)
            .extracting(entry -> entry.amount().currency())
            .containsOnly("USD");
      } else {
        assertThat(decision.refusals())
            .as(description)
            .hasSize(2)
            .extracting(Refusal::reason)
            .containsOnly(RefusalReason.WRONG_CURRENCY);
      }
    }
  }

  @Test
  void aPublisherThatTradesInAnotherCurrencyIsNamedAsTheReason() {
    AuctionOutcome outcome = awarded("slot-1", offer("first", "5.40"), offer("second", "5.30"));
    Map<AccountId, Buyer> known = new HashMap<>();
    put(known, "first", AccountType.ADVERTISER, "USD");
    put(known, Outcomes.PUBLISHER.value(), AccountType.PUBLISHER, "EUR");

    SettlementDecision decision = RULES.decide(outcome, known);

    assertThat(decision)
        .isEqualTo(
            new SettlementDecision.Reject(
                List.of(
                    new Refusal(1, Outcomes.PUBLISHER, RefusalReason.WRONG_CURRENCY),
                    new Refusal(2, Outcomes.PUBLISHER, RefusalReason.WRONG_CURRENCY))));
  }

  @ParameterizedTest
  @EnumSource(
      value = AccountType.class,
      names = {"ADVERTISER", "EXCHANGE"})
  void whoeverIsNoPublisherCannotSell(AccountType type) {
    AuctionOutcome outcome = awarded("slot-1", offer("first", "5.40"));
    Map<AccountId, Buyer> known = new HashMap<>();
    put(known, "first", AccountType.ADVERTISER, "USD");
    put(known, Outcomes.PUBLISHER.value(), type, "USD");

    assertThatThrownBy(() -> RULES.decide(outcome, known))
        .isInstanceOf(UnsettleableOutcomeException.class)
        .hasMessageContaining("publisher-1, which is no PUBLISHER: its type is " + type);
  }

  @Test
  void anOutcomeInTwoCurrenciesCanNeverBeSettled() {
    AuctionOutcome usd = awarded("slot-1", offer("first", "5.40"));
    SlotDefinition slot = usd.slot();
    SlotDefinition inEuros =
        new SlotDefinition(
            slot.slotId(),
            slot.publisherId(),
            slot.name(),
            Money.of("0.01", "EUR"),
            Money.of("0.01", "EUR"),
            slot.pricing(),
            slot.ranking(),
            slot.opensAt(),
            slot.closesAt());
    AuctionOutcome mixed =
        new AuctionOutcome(
            inEuros,
            usd.candidates(),
            usd.total(),
            usd.byRegion(),
            usd.partition(),
            usd.openOffset(),
            usd.lastOffset(),
            usd.closeOffset(),
            usd.closeCause(),
            usd.closedAt(),
            usd.digest());

    assertThatThrownBy(() -> RULES.decide(mixed, Map.of()))
        .isInstanceOf(UnsettleableOutcomeException.class)
        .hasMessage("slot slot-1 is sold in EUR, and candidate 1 would pay 5.4000 USD");
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 20260307})
  void aFundingIsTakenInTheAccountsCurrencyAlone(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 1_000; run++) {
      String own = anyCurrency(random);
      String paid = anyCurrency(random);
      Map<AccountId, Buyer> known = new HashMap<>();
      put(known, "acme", AccountType.ADVERTISER, own);
      Funding funding =
          new Funding(
              new AccountId("acme"),
              UUID.randomUUID(),
              Money.ofUnits(1 + random.nextLong(1_000_000), paid));

      assertThat(funding.refusalBy(known.values().iterator().next()).isEmpty())
          .as("seed %d run %d: %s into %s", seed, run, paid, own)
          .isEqualTo(paid.equals(own));
    }
  }

  private static String anyCurrency(RandomGenerator random) {
    return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
  }

  private static void put(
      Map<AccountId, Buyer> known, String accountId, AccountType type, String currency) {
    long limitUnits = type == AccountType.ADVERTISER ? 1_000_000 : 0;
    known.put(
        new AccountId(accountId),
        SettlementRulesProperties.buyer(accountId, type, currency, 0, limitUnits));
  }
}
