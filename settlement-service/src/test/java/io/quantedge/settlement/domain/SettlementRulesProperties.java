package io.quantedge.settlement.domain;

import static io.quantedge.settlement.testing.Outcomes.USD;
import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.quantedge.settlement.testing.Outcomes;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementRulesProperties {
  private static final int RUNS = 2_000;

  static Stream<Long> prices() {
    return Stream.of(1L, 2L, 9_999L, 10_000L, 10_001L, Money.MAX_UNITS - 1, Money.MAX_UNITS);
  }

  @ParameterizedTest
  @MethodSource("prices")
  void entriesSumToZeroAtEveryExtreme(long priceUnits) {
    for (int basisPoints : new int[] {0, 1, 999, 1_000, 3_333, 9_999, 10_000}) {
      assertSaleHolds(priceUnits, basisPoints, "extreme");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260301, 987654321})
  void entriesSumToZeroForAnyPriceAndFee(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      long priceUnits = 1 + (random.nextLong(Money.MAX_UNITS) >> random.nextInt(60));
      assertSaleHolds(priceUnits, random.nextInt(10_001), "seed " + seed + " run " + run);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 20260302, 123456789})
  void theFirstCandidateThatCanPayBuysAtItsOwnPriceAndNobodyGoesBelowItsLimit(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      String description = "seed " + seed + " run " + run;
      AuctionOutcome outcome = randomOutcome(random);
      Map<AccountId, Buyer> buyers = randomBuyers(outcome, random);

      SettlementDecision decision = new SettlementRules(new FeeRate(1_000)).decide(outcome, buyers);

      int expected = firstWhoCanPay(outcome, buyers);
      switch (decision) {
        case SettlementDecision.Settle settle -> {
          assertThat(settle.candidate().rank()).as(description).isEqualTo(expected);
          assertThat(settle.price()).isEqualTo(settle.candidate().clearingPrice());
          assertThat(settle.balanceAfter().units())
              .as(description)
              .isGreaterThanOrEqualTo(-settle.buyer().account().creditLimit().units());
          assertThat(settle.refusals())
              .as(description)
              .extracting(Refusal::candidateRank)
              .containsExactlyElementsOf(IntStream.range(1, expected).boxed().toList());
        }
        case SettlementDecision.Reject reject -> {
          assertThat(expected).as(description).isZero();
          assertThat(reject.refusals()).hasSameSizeAs(outcome.candidates());
        }
        case SettlementDecision.Unsold unsold ->
            assertThat(outcome.candidates()).as(description).isEmpty();
      }
    }
  }

  private static void assertSaleHolds(long priceUnits, int basisPoints, String description) {
    String price = Money.ofUnits(priceUnits, USD).amount();
    AuctionOutcome outcome = awarded("slot-1", offer("buyer-1", price));
    Buyer buyer = advertiser("buyer-1", 0, Money.MAX_UNITS);

    SettlementDecision decision =
        new SettlementRules(new FeeRate(basisPoints))
            .decide(outcome, Map.of(buyer.account().accountId(), buyer));

    String context = description + " price " + price + " basisPoints " + basisPoints;
    assertThat(decision).as(context).isInstanceOf(SettlementDecision.Settle.class);
    SettlementDecision.Settle settle = (SettlementDecision.Settle) decision;
    List<LedgerEntry> entries = settle.posting().entries();
    assertThat(entries).as(context).hasSize(3);
    assertThat(entries.stream().mapToLong(entry -> entry.amount().units()).sum())
        .as(context)
        .isZero();
    assertThat(settle.net().plus(settle.fee())).as(context).isEqualTo(settle.price());
    assertThat(BigInteger.valueOf(settle.fee().units()))
        .as("%s: the fee is rounded down", context)
        .isEqualTo(
            BigInteger.valueOf(priceUnits)
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(BigInteger.valueOf(10_000)));
  }

  private static AuctionOutcome randomOutcome(RandomGenerator random) {
    int candidates = random.nextInt(5);
    return awarded(
        "slot-1",
        IntStream.rangeClosed(1, candidates)
            .mapToObj(rank ->
                offer("buyer-" + rank, Money.ofUnits(1 + random.nextLong(1_000_000), USD).amount()))
            .toArray(Outcomes.Offer[]::new));
  }

  private static Map<AccountId, Buyer> randomBuyers(
      AuctionOutcome outcome, RandomGenerator random) {
    Map<AccountId, Buyer> buyers = new HashMap<>();
    for (Candidate candidate : outcome.candidates()) {
      AccountId accountId = candidate.bid().accountId();
      long limit = random.nextLong(600_000);
      long balance = random.nextLong(1_200_000) - limit;
      switch (random.nextInt(6)) {
        case 0 -> {}
        case 1 -> buyers.put(accountId, buyer(accountId.value(), AccountType.PUBLISHER, USD, 0, 0));
        case 2 ->
            buyers.put(
                accountId, buyer(accountId.value(), AccountType.ADVERTISER, "EUR", balance, limit));
        default -> buyers.put(accountId, advertiser(accountId.value(), balance, limit));
      }
    }
    return buyers;
  }

  /** The oracle, written as a person would say it; 0 if nobody can. */
  private static int firstWhoCanPay(AuctionOutcome outcome, Map<AccountId, Buyer> buyers) {
    for (Candidate candidate : outcome.candidates()) {
      Buyer buyer = buyers.get(candidate.bid().accountId());
      if (buyer != null
          && buyer.account().type() == AccountType.ADVERTISER
          && buyer.account().currency().equals("USD")
          && buyer.balance().units() + buyer.account().creditLimit().units()
              >= candidate.clearingPrice().units()) {
        return candidate.rank();
      }
    }
    return 0;
  }

  static Buyer advertiser(String accountId, long balanceUnits, long limitUnits) {
    return buyer(accountId, AccountType.ADVERTISER, USD, balanceUnits, limitUnits);
  }

  static Buyer buyer(
      String accountId, AccountType type, String currency, long balanceUnits, long limitUnits) {
    Account account =
        new Account(new AccountId(accountId), type, "a buyer", Money.ofUnits(limitUnits, currency));
    return new Buyer(account, Money.ofUnits(balanceUnits, currency), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ACCOUNT_UNKNOWN", "NOT_AN_ADVERTISER", "WRONG_CURRENCY", "LIMIT_EXCEEDED"})
  void eachRefusalSaysWhyAndTheNextCandidatePaysItsOwnPrice(String reason) {
    AuctionOutcome outcome = awarded("slot-1", offer("first", "5.4000"), offer("second", "5.3500"));
    Map<AccountId, Buyer> buyers = new HashMap<>();
    buyers.put(new AccountId("second"), advertiser("second", 53_500, 0));
    Buyer first =
        switch (RefusalReason.valueOf(reason)) {
          case ACCOUNT_UNKNOWN -> null;
          case NOT_AN_ADVERTISER -> buyer("first", AccountType.PUBLISHER, USD, 0, 0);
          case WRONG_CURRENCY -> buyer("first", AccountType.ADVERTISER, "EUR", 99_999, 0);
          case LIMIT_EXCEEDED -> advertiser("first", 53_999, 0);
        };
    if (first != null) {
      buyers.put(new AccountId("first"), first);
    }

    SettlementDecision decision = new SettlementRules(new FeeRate(1_000)).decide(outcome, buyers);

    assertThat(decision.refusals())
        .containsExactly(new Refusal(1, new AccountId("first"), RefusalReason.valueOf(reason)));
    assertThat(decision)
        .isInstanceOfSatisfying(
            SettlementDecision.Settle.class,
            settle -> {
              assertThat(settle.price()).isEqualTo(Money.of("5.35", USD));
              assertThat(settle.fee()).isEqualTo(Money.of("0.535", USD));
              assertThat(settle.balanceAfter().units()).isZero();
            });
  }
}
