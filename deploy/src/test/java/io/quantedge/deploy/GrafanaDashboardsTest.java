package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.metric.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboards ask only for what is published, and say what they show. */
class GrafanaDashboardsTest {
  private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final List<JsonNode> dashboards = Dashboards.all();
  private final KnownMetrics known = new KnownMetrics();

  @Test
  void thereIsOneForEachQuestion() {
    assertThat(dashboards)
        .extracting(dashboard -> dashboard.path("title").asText())
        .containsExactlyInAnyOrder(
            "Exchange overview",
            "Traffic",
            "Settlement and contention",
            "Ledger and reconciliation",
            "Services");
    assertThat(dashboards)
        .allSatisfy(dashboard -> {
          assertThat(dashboard.path("description").asText()).contains("?");
          assertThat(dashboard.at("/tags/0").asText()).isEqualTo("exchange");
          assertThat(dashboard.at("/links/0/tags/0").asText())
              .as("leads to the others")
              .isEqualTo("exchange");
        });
  }

  @Test
  void everyExpressionAsksForMetricsAndLabelsThatExist() {
    List<JsonNode> targets = panels().stream().flatMap(Dashboards::targets).toList();

    assertThat(targets).hasSizeGreaterThan(80);
    assertThat(targets)
        .allSatisfy(target -> {
          Promql query = new Promql(target.path("expr").asText());
          assertThat(query.metrics()).as(query.expression()).isNotEmpty();
          assertThat(known.unknownIn(query, labelsOf(target))).as(query.expression()).isEmpty();
        });
  }

  @Test
  void everyMetricOfTheExchangeIsShownOrAlertedOn() {
    Set<String> asked =
        Stream.concat(Dashboards.expressions().stream(), PrometheusRules.expressions().stream())
            .flatMap(expression -> new Promql(expression).metrics().stream())
            .collect(Collectors.toSet());

    assertThat(Metric.all())
        .allSatisfy(metric ->
            assertThat(metric.prometheusNames()).as(metric.meterName()).anyMatch(asked::contains));
  }

  @Test
  void everyPanelSaysWhatItShowsAndInWhichUnit() {
    String provisioned =
        ProjectFiles.read("deploy/grafana/provisioning/datasources/prometheus.yml");

    assertThat(panels())
        .allSatisfy(panel -> {
          String title = panel.path("title").asText();
          assertThat(title).isNotBlank();
          assertThat(panel.path("description").asText()).as(title).isNotBlank();
          assertThat(panel.at("/fieldConfig/defaults/unit").asText()).as(title).isNotBlank();
          assertThat(provisioned).contains("uid: " + panel.at("/datasource/uid").asText());
          if (panel.path("type").asText().equals("timeseries")) {
            assertThat(Dashboards.targets(panel))
                .as(title)
                .allSatisfy(
                    target -> assertThat(target.path("legendFormat").asText()).isNotBlank());
          } else {
            assertThat(panel.at("/fieldConfig/defaults/thresholds/steps").isArray())
                .as(title)
                .isTrue();
          }
        });
  }

  @Test
  void panelsHaveTheirOwnIdsAndPlaces() {
    for (JsonNode dashboard : dashboards) {
      Set<Integer> ids = new HashSet<>();
      Set<String> cells = new HashSet<>();
      for (JsonNode panel : dashboard.path("panels")) {
        assertThat(ids.add(panel.path("id").asInt())).as("id of %s", panel).isTrue();
        JsonNode at = panel.path("gridPos");
        for (int x = 0; x < at.path("w").asInt(); x++) {
          for (int y = 0; y < at.path("h").asInt(); y++) {
            int column = at.path("x").asInt() + x;
            assertThat(column).isLessThan(24);
            assertThat(cells.add(column + "/" + (at.path("y").asInt() + y)))
                .as("%s overlaps", panel.path("title").asText())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void linksLeadToDashboardsThatExist() {
    Set<String> urls =
        dashboards.stream()
            .map(dashboard -> "/d/" + dashboard.path("uid").asText())
            .collect(Collectors.toSet());

    assertThat(urls).hasSameSizeAs(dashboards);
    assertThat(panels().stream().flatMap(panel -> panel.findValuesAsText("url").stream()))
        .isNotEmpty()
        .isSubsetOf(urls);
  }

  private List<JsonNode> panels() {
    return dashboards.stream().flatMap(Dashboards::panels).toList();
  }

  private static Set<String> labelsOf(JsonNode target) {
    return LEGEND_LABEL
        .matcher(target.path("legendFormat").asText())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
