package io.quantedge.settlement.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.Market;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.dsql.Script.Line;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScriptWriterTest {
  @Test
  void aScriptHasTheReadsAndWritesOfOneSettlementInTheBreathsOfTheService() {
    Market market = new Market("m", 60, new SplittableRandom(1));
    List<List<Line>> breaths = writer(market).settling(market.next(1).getFirst()).breaths();

    assertThat(breaths).hasSize(3);
    assertThat(breaths.get(0))
        .singleElement()
        .satisfies(line -> starts(line, "SELECT", "ad_slots"));
    assertThat(breaths.get(1)).hasSize(2).allSatisfy(line -> starts(line, "SELECT", "account"));
    assertThat(breaths.get(2)).hasSize(6);
    assertThat(breaths.get(2).subList(0, 5)).allSatisfy(line -> starts(line, "INSERT", "unnest"));
    starts(breaths.get(2).get(5), "UPDATE", "account_balances");
  }

  @Test
  void eachChangeOfABalanceExpectsTheVersionThatTheOneBeforeLeft() {
    Market market = new Market("m", 1, new SplittableRandom(1));
    ScriptWriter writer = writer(market);
    for (AuctionOutcome outcome : market.next(3)) {
      Line change = writer.settling(outcome).breaths().getLast().getLast();
      assertThat(change.parameters().getValue(2))
          .isEqualTo(new Long[] {Long.parseLong(outcome.slot().slotId().value().substring(2))});
    }
  }

  private static ScriptWriter writer(Market market) {
    return new ScriptWriter(
        market.accounts(), new SettlementRules(new FeeRate(1_000)), Clock.systemUTC());
  }

  private static void starts(Line line, String verb, String part) {
    assertThat(line.sql()).startsWith(verb).contains(part);
  }
}
