package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromqlTest {
  private final Promql query =
      new Promql(
          "histogram_quantile(0.99, sum by (le, x) (rate(a_seconds_bucket{x=\"y\",z!~\"q\"}[1m])))"
              + " / clamp_min(sum(b_total), 1) and level:c:rate5m > 14.4 * 0.01 or vector(0)");

  @Test
  void findsTheMetricsOfAnExpression() {
    assertThat(query.metrics())
        .containsExactlyInAnyOrder("a_seconds_bucket", "b_total", "level:c:rate5m");
  }

  @Test
  void findsTheLabelsOfAnExpression() {
    assertThat(query.selectedLabels()).isEqualTo(Map.of("a_seconds_bucket", Set.of("x", "z")));
    assertThat(query.groupingLabels()).containsExactlyInAnyOrder("le", "x");
  }
}
