package io.quantedge.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.domain.GroupDecision.BalanceChange;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.Outcomes.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupDecisionProperties {
  private static final int ROUNDS = 2_000;
  private static final int BUYERS = 4;
  private static final SettlementRules RULES = new SettlementRules(new FeeRate(1_000));

  @Test
  void aGroupMeansTheSameAsItsOutcomesAloneInTheirOrder() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<AccountId, Buyer> buyers = buyers(random);
      List<AuctionOutcome> outcomes = outcomes(random);

      GroupDecision group = GroupDecision.of(outcomes, buyers, RULES);

      Map<AccountId, Buyer> alone = new HashMap<>(buyers);
      for (int i = 0; i < outcomes.size(); i++) {
        SettlementDecision decision = RULES.decide(outcomes.get(i), alone);
        assertThat(group.decisions().get(i)).as("seed %d, outcome %d", seed, i).isEqualTo(decision);
        if (decision instanceof SettlementDecision.Settle settle) {
          Buyer buyer = settle.buyer();
          alone.put(
              buyer.account().accountId(),
              new Buyer(buyer.account(), settle.balanceAfter(), buyer.version()));
        }
      }
      for (BalanceChange change : group.changes()) {
        AccountId accountId = change.read().account().accountId();
        assertThat(change.read()).as("seed %d", seed).isEqualTo(buyers.get(accountId));
        assertThat(change.after())
            .as("seed %d", seed)
            .isEqualTo(Objects.requireNonNull(alone.get(accountId)).balance());
      }
      assertThat(group.changes().stream().map(change -> change.read().account().accountId()))
          .as("seed %d: each balance once", seed)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void noGroupTakesABuyerBelowItsLimit() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);

      GroupDecision group = GroupDecision.of(outcomes(random), buyers(random), RULES);

      long round = seed;
      assertThat(group.changes())
          .as("seed %d", round)
          .allSatisfy(change ->
              assertThat(change.after().units())
                  .isGreaterThanOrEqualTo(-change.read().account().creditLimit().units()));
    }
  }

  private static Map<AccountId, Buyer> buyers(SplittableRandom random) {
    Map<AccountId, Buyer> buyers = new HashMap<>();
    for (int i = 0; i < BUYERS; i++) {
      Account account =
          new Account(
              new AccountId("buyer-" + i),
              AccountType.ADVERTISER,
              "A buyer",
              Money.ofUnits(random.nextLong(200_000), Outcomes.USD));
      Money balance =
          Money.ofUnits(random.nextLong(300_000) - account.creditLimit().units(), Outcomes.USD);
      buyers.put(account.accountId(), new Buyer(account, balance, random.nextLong(9)));
    }
    return buyers;
  }

  private static List<AuctionOutcome> outcomes(SplittableRandom random) {
    List<AuctionOutcome> outcomes = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int first = random.nextInt(BUYERS);
      Offer[] offers =
          IntStream.range(0, random.nextInt(4))
              .mapToObj(n -> offer(random, "buyer-" + (first + n) % BUYERS))
              .toArray(Offer[]::new);
      outcomes.add(Outcomes.awarded("slot-" + i, offers));
    }
    return outcomes;
  }

  private static Offer offer(SplittableRandom random, String buyer) {
    return Outcomes.offer(buyer, Money.ofUnits(1 + random.nextInt(100_000), Outcomes.USD).amount());
  }
}
