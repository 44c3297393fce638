package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.deploy.PrometheusRules.Alert;
import io.quantedge.deploy.PrometheusRules.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert says what is wrong, leads to a page, and has a case in which it must be silent. */
class PrometheusRulesTest {
  private static final String RUNBOOKS = "docs/runbooks/";

  private final List<Alert> alerts = PrometheusRules.alerts();

  @Test
  void everyAlertSaysWhatIsWrongAndLeadsToItsPage() {
    assertThat(alerts).hasSizeGreaterThan(15);
    assertThat(alerts).extracting(Alert::name).doesNotHaveDuplicates();
    assertThat(alerts)
        .allSatisfy(alert -> {
          assertThat(alert.annotations()).containsOnlyKeys("summary", "description", "runbook_url");
          assertThat(alert.annotations().values()).as(alert.name()).noneMatch(String::isBlank);
          assertThat(alert.severity()).isIn("critical", "warning", "info");
          String page = String.valueOf(alert.annotations().get("runbook_url"));
          assertThat(page).as(alert.name()).startsWith(RUNBOOKS);
          assertThat(ProjectFiles.path(page)).exists();
          assertThat(ProjectFiles.read(page)).as("%s names the alert", page).contains(alert.name());
        });
  }

  @Test
  void everyPageIsLinkedFromTheListOfPages() throws IOException {
    String list = ProjectFiles.read(RUNBOOKS + "README.md");
    try (Stream<Path> pages = Files.list(ProjectFiles.path(RUNBOOKS))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .hasSizeGreaterThan(10)
          .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
    }
    assertThat(alerts).allSatisfy(alert -> assertThat(list).contains("`" + alert.name() + "`"));
  }

  @Test
  void everyRuleAsksForMetricsAndLabelsThatExist() {
    KnownMetrics known = new KnownMetrics();

    assertThat(PrometheusRules.expressions())
        .allSatisfy(expression -> {
          Promql query = new Promql(expression);
          assertThat(query.metrics()).as(expression).isNotEmpty();
          assertThat(known.unknownIn(query, Set.of())).as(expression).isEmpty();
        });
  }

  @Test
  void everyAlertHasACaseInWhichItFiresAndOneInWhichItMustNot() {
    Set<Case> cases = PrometheusRules.cases().stream().collect(Collectors.toSet());

    assertThat(alerts)
        .allSatisfy(alert ->
            assertThat(cases)
                .contains(new Case(alert.name(), true), new Case(alert.name(), false)));
    assertThat(cases).extracting(Case::alert).isSubsetOf(alerts.stream().map(Alert::name).toList());
  }

  @Test
  void recordsAreNamedByLevelMetricAndOperation() {
    assertThat(PrometheusRules.records())
        .hasSizeGreaterThan(8)
        .allMatch(record -> record.matches("exchange:[a-z_]+:(ratio_)?rate\\d+[mh]"));
  }

  @Test
  void prometheusScrapesTheFourServices() {
    assertThat(ProjectFiles.read("deploy/prometheus/prometheus.yml"))
        .contains(
            "job_name: exchange",
            "metrics_path: /q/metrics",
            "ingest-service:8081",
            "evaluator-service:8082",
            "settlement-service:8083",
            "telemetry-service:8080");
  }
}
