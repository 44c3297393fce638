package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.metric.ExchangeMetric;
import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricSpec;
import io.quantedge.contracts.metric.MetricSpec.Label;
import io.quantedge.contracts.metric.MetricSpec.Type;
import io.quantedge.contracts.metric.MetricsPage;
import io.quantedge.contracts.metric.SettlementMetric;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricTest {
  private static final int MOST_SERIES_OF_ONE_METRIC = 300;

  @Test
  void namesFollowTheConventions() {
    assertThat(Metric.all())
        .hasSizeGreaterThan(70)
        .allSatisfy(metric -> {
          assertThat(metric.meterName()).matches("exchange(\\.[a-z]+)+");
          assertThat(metric.meterName()).doesNotEndWith(".total").doesNotEndWith(".bucket");
          assertThat(metric.spec().meaning()).isNotBlank().doesNotEndWith(".");
          assertThat(metric.spec().unit()).isNotBlank();
        });
    assertThat(Metric.all()).extracting(Metric::meterName).doesNotHaveDuplicates();
    assertThat(Metric.all())
        .flatExtracting(metric -> metric.prometheusNames())
        .doesNotHaveDuplicates();
  }

  @Test
  void everySeriesIsBounded() {
    assertThat(Metric.all())
        .allSatisfy(metric ->
            assertThat(metric.spec().maxSeries())
                .as(metric.meterName())
                .isBetween(1, MOST_SERIES_OF_ONE_METRIC));
    assertThat(Metric.all())
        .flatExtracting(metric -> metric.spec().labels())
        .extracting(Label::name)
        .allMatch(name -> name.matches("[a-z]+"))
        .doesNotContain("le", "instance", "job", "service", "slot", "account", "bid");
  }

  @Test
  void bucketsAscendAndShowTheFiveSecondsOfTheObjective() {
    for (Metric metric : Metric.all()) {
      MetricSpec spec = metric.spec();
      assertThat(spec.boundaries()).isSorted().doesNotHaveDuplicates();
      if (spec.type() == Type.COUNTER || spec.type() == Type.GAUGE) {
        assertThat(spec.boundaries()).as(metric.meterName()).isEmpty();
      }
    }
    assertThat(SettlementMetric.CLOSE_TO_SETTLED.latencyBuckets()).contains(Duration.ofSeconds(5));
    assertThat(ExchangeMetric.CLOSE_TO_SETTLED.latencyBuckets()).contains(Duration.ofSeconds(5));
  }

  @Test
  void prometheusNamesFollowTheType() {
    assertThat(ExchangeMetric.BIDS.prometheusNames()).containsExactly("exchange_bids_total");
    assertThat(ExchangeMetric.SLOTS.prometheusNames()).containsExactly("exchange_slots");
    assertThat(SettlementMetric.CLOSE_TO_SETTLED.prometheusNames())
        .containsExactlyInAnyOrder(
            "exchange_settlement_close_to_settled_seconds_bucket",
            "exchange_settlement_close_to_settled_seconds_count",
            "exchange_settlement_close_to_settled_seconds_sum",
            "exchange_settlement_close_to_settled_seconds_max");
    assertThat(SettlementMetric.FAILOVER_SWITCH.prometheusNames())
        .hasSize(3)
        .noneMatch(name -> name.endsWith("_bucket"));
  }

  @Test
  void aPageThatPublishesWhatIsDeclaredHasNoDeviation() {
    assertThat(MetricsPage.parse(declaredPage()).deviationsFrom(Metric.Owner.TELEMETRY)).isEmpty();
  }

  @Test
  void everyDeviationIsTold() {
    String page =
        declaredPage()
                .replace("exchange_conflicts_open 1.0\n", "")
                .replace(
                    "exchange_outcomes_total{state=\"a\"}", "exchange_outcomes_total{kind=\"a\"}")
            + "exchange_invented 1.0\n"
            + "exchange_incidents{kind=\"a\",state=\"b\"} 1.0\n"
            + "exchange_slots{state=\"b\"} 1.0\nexchange_slots{state=\"c\"} 1.0\n"
            + "jvm_anything{slot=\"x\"} 1.0\n";

    assertThat(MetricsPage.parse(page).deviationsFrom(Metric.Owner.TELEMETRY))
        .containsExactlyInAnyOrder(
            "exchange_conflicts_open is declared and not published",
            "exchange_outcomes_total has the labels [kind] instead of [state]",
            "exchange_invented is published and not declared",
            "exchange_incidents is declared as planned and is published",
            "exchange_slots has 3 values of state, above 2");
  }

  private static String declaredPage() {
    return Metric.of(Metric.Owner.TELEMETRY).stream()
        .filter(metric -> metric.spec().presence() == MetricSpec.Presence.FROM_START)
        .flatMap(metric ->
            metric.prometheusNames().stream().map(name -> name + labels(metric, name) + " 1.0\n"))
        .collect(Collectors.joining());
  }

  private static String labels(Metric metric, String name) {
    String labels =
        metric.spec().labels().stream()
            .map(label -> label.name() + "=\"a\"")
            .collect(Collectors.joining(","));
    if (name.endsWith("_bucket")) {
      return "{le=\"5.0\"}";
    }
    return labels.isEmpty() ? "" : "{" + labels + "}";
  }
}
