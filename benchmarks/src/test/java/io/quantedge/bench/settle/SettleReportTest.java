package io.quantedge.bench.settle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.stats.Throughput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettleReportTest {
  @Test
  void aimsAreHeldOrMissedByTheMediansOfTheSameRun() {
    SettleReport report =
        new SettleReport(
            Map.of(
                SettleReport.GROUP, rates(4_900, 5_000, 9_000),
                SettleReport.ONE_BY_ONE, rates(900, 1_000, 1_100),
                SettleReport.RAW, rates(2_000, 2_000, 2_000)));
    assertThat(report.text())
        .contains("group commit / one by one: 5.00x (")
        .contains("aim at least 5.00x: held")
        .contains("one by one / raw statements: 0.50x (0.45x to 0.55x in the rounds)")
        .contains("aim at least 0.60x: missed")
        .doesNotContain("not a target");
  }

  @Test
  void theCostOfTheLocalDsqlIsSaidAndIsNoTarget() {
    SettleReport report =
        new SettleReport(
            Map.of(
                SettleReport.GROUP, rates(5_000),
                SettleReport.GROUP_DSQL, rates(1_000)));
    assertThat(report.text())
        .contains("group commit through the local Aurora DSQL / directly: 0.20x")
        .doesNotContain("held")
        .doesNotContain("missed");
  }

  private static List<Throughput> rates(double... perSecond) {
    return Arrays.stream(perSecond).mapToObj(rate -> new Throughput(rate, 100, 1)).toList();
  }
}
