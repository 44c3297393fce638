package io.quantedge.telemetry.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class GrafanaDashboardTest {
  private static final Path DEPLOY =
      Path.of(System.getProperty("exchange.home"), "deploy").toAbsolutePath();

  /** What Prometheus and Micrometer's own binders publish. */
  private static final Set<String> STANDARD =
      Set.of(
          "up",
          "jvm_memory_used_bytes",
          "process_cpu_usage",
          "http_server_requests_seconds_count",
          "http_server_requests_seconds_sum");

  private static final Set<String> WORDS =
      Set.of("by", "without", "and", "or", "unless", "on", "ignoring", "offset", "bool", "vector");

  private static final Pattern NOT_A_METRIC =
      Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|\\b(by|without|on)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()\\b(?!\\s*\\()");

  private static JsonNode dashboard() throws IOException {
    return Json.mapper()
        .readTree(Files.readAllBytes(DEPLOY.resolve("grafana/dashboards/exchange-overview.json")));
  }

  private static List<JsonNode> panels(JsonNode dashboard) {
    return StreamSupport.stream(dashboard.path("panels").spliterator(), false).toList();
  }

  private static List<String> expressions(JsonNode dashboard) {
    return dashboard.findValuesAsText("expr");
  }

  static Set<String> metricsIn(String expression) {
    Matcher names = NAME.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "));
    return names
        .results()
        .map(result -> result.group())
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toSet());
  }

  @Test
  void theTestFindsTheMetricsOfAnExpression() {
    assertThat(
            metricsIn(
                "histogram_quantile(0.99, sum by (le) (rate(a_seconds_bucket{x=\"y\"}[1m])))"
                    + " / clamp_min(sum(b_total), 1) or vector(0)"))
        .containsExactlyInAnyOrder("a_seconds_bucket", "b_total");
  }

  @Test
  void everyMetricOnTheDashboardExists() throws IOException {
    Set<String> known =
        Stream.concat(
                STANDARD.stream(),
                Arrays.stream(ExchangeMetric.values())
                    .flatMap(metric -> metric.prometheusNames().stream()))
            .collect(Collectors.toSet());
    List<String> expressions = expressions(dashboard());

    assertThat(expressions).hasSizeGreaterThan(15);
    assertThat(expressions)
        .allSatisfy(expression ->
            assertThat(metricsIn(expression)).as(expression).isNotEmpty().isSubsetOf(known));
  }

  @Test
  void everyExchangeFigureThatPeopleNeedIsOnTheDashboard() throws IOException {
    Set<String> shown = new HashSet<>();
    expressions(dashboard()).forEach(expression -> shown.addAll(metricsIn(expression)));

    assertThat(ExchangeMetric.values())
        .allSatisfy(metric ->
            assertThat(metric.prometheusNames())
                .as("%s is shown nowhere", metric)
                .anyMatch(shown::contains));
  }

  @Test
  void everyPanelHasItsOwnIdATitleADescriptionAndTheProvisionedDatasource() throws IOException {
    String provisioned =
        Files.readString(DEPLOY.resolve("grafana/provisioning/datasources/prometheus.yml"));
    List<JsonNode> panels = panels(dashboard());

    assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
    assertThat(panels)
        .filteredOn(panel -> !panel.path("type").asText().equals("row"))
        .isNotEmpty()
        .allSatisfy(panel -> {
          assertThat(panel.path("title").asText()).isNotBlank();
          assertThat(panel.path("description").asText())
              .as(panel.path("title").asText())
              .isNotBlank();
          assertThat(provisioned).contains("uid: " + panel.at("/datasource/uid").asText());
        });
  }

  @Test
  void prometheusScrapesTheFourServices() throws IOException {
    String config = Files.readString(DEPLOY.resolve("prometheus/prometheus.yml"));

    assertThat(config)
        .contains(
            "metrics_path: /q/metrics",
            "ingest-service:8081",
            "evaluator-service:8082",
            "settlement-service:8083",
            "telemetry-service:8080");
  }
}
