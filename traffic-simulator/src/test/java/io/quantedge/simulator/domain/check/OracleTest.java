package io.quantedge.simulator.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.simulator.domain.check.Oracle.Expected;
import io.quantedge.simulator.domain.scenario.PlannedSlot.Terms;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void theHighestBidWinsAndPaysItselfAtFirstPrice() {
    List<Expected> candidates =
        Oracle.decide(
            terms(PricingRule.FIRST_PRICE, 10_000),
            List.of(
                offer("a", 52_000), offer("b", 54_000), offer("c", 53_500), offer("d", 53_000)));

    assertThat(candidates).extracting(c -> c.offer().accountId()).containsExactly("b", "c", "d");
    assertThat(prices(candidates)).containsExactly(54_000L, 53_500L, 53_000L);
  }

  @Test
  void theSecondPriceIsTheNextAccountsBidPlusTheIncrement() {
    List<Expected> candidates =
        Oracle.decide(
            terms(PricingRule.SECOND_PRICE, 10_000),
            List.of(offer("a", 90_000), offer("a", 80_000), offer("b", 50_000)));

    assertThat(prices(candidates)).containsExactly(50_100L, 10_000L);
  }

  @Test
  void atATieTheEarlierBidNeedsNoMoreThanTheAmountAndTheLaterOneATenThousandthMore() {
    Offer early = new Offer("1", "a", units(70_000), BigInteger.ONE, NOON);
    Offer late = new Offer("0", "b", units(70_000), BigInteger.ONE, NOON.plusSeconds(1));
    Offer third = new Offer("2", "c", units(60_000), BigInteger.ONE, NOON.minusSeconds(1));

    List<Expected> candidates =
        Oracle.decide(terms(PricingRule.SECOND_PRICE, 10_000), List.of(late, third, early));

    assertThat(candidates).extracting(c -> c.offer().accountId()).containsExactly("a", "b", "c");
    // a ties with b and wins the tie: 7.0000 + 0.01, capped by its own bid. b came after c.
    assertThat(prices(candidates)).containsExactly(70_000L, 60_101L, 10_000L);
  }

  @Test
  void equalTimesAreDecidedByTheIdsText() {
    Offer low = new Offer("0a", "a", units(70_000), BigInteger.ONE, NOON);
    Offer high = new Offer("f0", "b", units(70_000), BigInteger.ONE, NOON);

    assertThat(low.beats(high)).isTrue();
    assertThat(high.beats(low)).isFalse();
    assertThat(low.beats(low)).isFalse();
  }

  @Test
  void qualityScalesTheSecondPrice() {
    Offer good = new Offer("1", "a", units(50_000), units(10_000), NOON);
    Offer poor = new Offer("2", "b", units(80_000), units(5_000), NOON);

    List<Expected> candidates =
        Oracle.decide(terms(PricingRule.SECOND_PRICE, 10_000), List.of(good, poor));

    // 8.0000 at half quality scores like 4.0000; a tie in score goes to the higher amount, so one
    // ten-thousandth more is needed, and the increment comes on top.
    assertThat(candidates.getFirst().offer().accountId()).isEqualTo("a");
    assertThat(prices(candidates).getFirst()).isEqualTo(40_101L);
  }

  @Test
  void aSingleBidderPaysTheFloorAndNobodyMeansNoCandidate() {
    Terms terms = terms(PricingRule.SECOND_PRICE, 30_000);

    assertThat(prices(Oracle.decide(terms, List.of(offer("a", 50_000))))).containsExactly(30_000L);
    assertThat(Oracle.decide(terms, List.of())).isEmpty();
  }

  private static Terms terms(PricingRule pricing, long floorUnits) {
    return new Terms(
        Money.ofUnits(floorUnits, "USD"), Money.ofUnits(100, "USD"), pricing, RankingRule.PRICE);
  }

  private static Offer offer(String account, long units) {
    return new Offer(account + units, account, units(units), BigInteger.ONE, later(units));
  }

  /** Higher offers come earlier. */
  private static Instant later(long units) {
    return NOON.minusMillis(units);
  }

  private static BigInteger units(long units) {
    return BigInteger.valueOf(units);
  }

  private static List<Long> prices(List<Expected> candidates) {
    return candidates.stream().map(c -> c.priceUnits().longValueExact()).toList();
  }
}
