package io.quantedge.telemetry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.telemetry.domain.Cost.CostLine;
import io.quantedge.telemetry.domain.Cost.CostSide;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final ListPrices PRICES =
      new ListPrices(
          "USD",
          new BigDecimal("0.625"),
          new BigDecimal("8"),
          new BigDecimal("0.05"),
          new BigDecimal("0.01"),
          1);

  private final ExchangeFold fold = new ExchangeFold(Folding.AMPLE);

  private void used(Map<Count, Long> counts) {
    fold.apply(UsageFoldTest.report(UUID.randomUUID(), Folding.START, counts, Map.of()));
  }

  private Cost cost() {
    return fold.cost(PRICES, Folding.START.plusSeconds(4));
  }

  @Test
  void countsAreForTenThousandBidsAndTimesTheListPrices() {
    used(
        Map.of(
            Count.BIDS_ACKNOWLEDGED, 20_000L,
            Count.LOG_APPENDS, 1_000L,
            Count.LOG_APPEND_MICROS, 4_500_000L,
            Count.STORE_WRITE_UNITS_TENTHS, 210_000L));
    used(
        Map.of(
            Count.TRUTH_ATTEMPTS, 110L,
            Count.TRUTH_FAILED_ATTEMPTS, 10L,
            Count.TRUTH_COMMITS, 100L,
            Count.TRUTH_COMMIT_MICROS, 1_200_000L,
            Count.TRUTH_ROWS, 2_000L));

    Cost cost = cost();

    assertThat(cost.bids()).isEqualTo(20_000);
    assertThat(cost.actual().perTenThousandBids())
        .containsExactly(
            new CostLine("WRITE_UNITS", 10_500.0, "0.006563"),
            new CostLine("TRUTH_ROWS", 1_000.0, "0.000400"),
            new CostLine("TRUTH_COMMITS", 50.0, "0.000004"),
            new CostLine("TOTAL", null, "0.006967"));
    assertThat(cost.actual().latencyMillis()).isEqualTo(4.5);
    assertThat(cost.actual().conflictsPerTenThousandBids()).isEqualTo(5.0);
    assertThat(cost.counterfactual().perTenThousandBids())
        .containsExactly(
            new CostLine("WRITE_UNITS", 0.0, "0.000000"),
            new CostLine("TRUTH_ROWS", 11_000.0, "0.004400"),
            new CostLine("TRUTH_COMMITS", 10_050.0, "0.000804"),
            new CostLine("TOTAL", null, "0.005204"));
    assertThat(cost.counterfactual().latencyMillis()).isEqualTo(12.0);
    assertThat(cost.evidence().kind()).isEqualTo(Kind.DERIVED);
    assertThat(cost.evidence().sampleSize()).isEqualTo(20_000);
  }

  @Test
  void whatNoServiceHasReportedIsNotKnownAndNotFree() {
    used(Map.of(Count.BIDS_ACKNOWLEDGED, 10_000L, Count.STORE_WRITE_UNITS_TENTHS, 100_000L));

    CostSide actual = cost().actual();

    assertThat(actual.perTenThousandBids())
        .containsExactly(
            new CostLine("WRITE_UNITS", 10_000.0, "0.006250"),
            new CostLine("TRUTH_ROWS", null, null),
            new CostLine("TRUTH_COMMITS", null, null),
            new CostLine("TOTAL", null, null));
    assertThat(actual.latencyMillis()).isNull();
    assertThat(cost().counterfactual().conflictsPerTenThousandBids()).isNull();
    assertThat(cost().counterfactual().conflictsWhy()).startsWith("Not known");
  }

  @Test
  void withoutABidNothingIsKnown() {
    assertThat(cost().why()).contains("No process has reported");
    assertThat(cost().actual().perTenThousandBids())
        .allSatisfy(line -> assertThat(line.cost()).isNull());
  }

  @Test
  void bidsOfOneSlotThatShareARowOverlapByItsRateAndTheCommitTime() {
    used(
        Map.of(
            Count.BIDS_ACKNOWLEDGED, 1_000L,
            Count.TRUTH_COMMITS, 10L,
            Count.TRUTH_COMMIT_MICROS, 100_000L));
    fold.sample(Folding.START);
    fold.apply(traffic("hot", 400));
    fold.apply(traffic("calm", 4));

    CostSide counterfactual = cost().counterfactual();

    // 100 and 1 bids/s with 10 ms: (400·(1−e^−1) + 4·(1−e^−0.01)) / 404.
    assertThat(counterfactual.conflictsPerTenThousandBids()).isEqualTo(6_259.6);
  }

  private static TrafficStats traffic(String slotId, long bids) {
    return new TrafficStats(
        new SlotId(slotId),
        0,
        1,
        new Tally(bids, bids, 0, new TreeMap<>()),
        new TreeMap<>(),
        0,
        false,
        Folding.START);
  }
}
