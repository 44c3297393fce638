package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quantedge.contracts.json.Json;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus that scrapes the running exchange finds data for every panel and every rule, or
 * {@code deploy/prometheus/without-data.yml} says why there is none. Of an alert, what it looks at
 * must be there; the alert itself should be silent.
 */
@ExtendWith(RunningExchange.class)
class PrometheusST {
  private static final long SEED = 20_261_122;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DEPLOY = ExchangeHome.find().root().resolve("deploy");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
  private static final Pattern NO_SELECTOR =
      Pattern.compile("\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
  private static final Pattern SELECTOR =
      Pattern.compile("(?<![\\w.:])([a-zA-Z_:][a-zA-Z0-9_:]*+)(?!\\s*\\()(\\{[^}]*})?");

  /** What the list says of an expression. */
  private record Excuse(String reason, boolean sometimes) {}

  @Test
  void everyPanelAndEveryRuleFindsItsData(Stack exchange, @TempDir Path folder) throws Exception {
    assumeTrue(
        RealPrometheus.isInstalled(),
        "prometheus is not installed: nothing scrapes the exchange (Debian: apt-get install"
            + " prometheus)");
    try (RealPrometheus prometheus =
        RealPrometheus.start(DEPLOY.resolve("prometheus"), exchange.addresses(), folder)) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .untilAsserted(() -> assertAllTargetsAreUp(prometheus));

      DemoRun.run(
          new DemoSpec(SEED, 1_500, 8),
          RunningExchange.addresses(exchange),
          new RunningExchange.PrintingRunListener(),
          exchange::residentMiB);

      Map<String, Excuse> excuses = excuses();
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(3))
          .untilAsserted(() -> {
            assertThat(deviations(prometheus, excuses)).isEmpty();
            assertAllTargetsAreUp(prometheus);
          });
    }
  }

  private static void assertAllTargetsAreUp(RealPrometheus prometheus)
      throws IOException, InterruptedException {
    assertThat(prometheus.targets().findValuesAsText("health")).hasSize(4).containsOnly("up");
  }

  private static List<String> deviations(RealPrometheus prometheus, Map<String, Excuse> excuses)
      throws IOException, InterruptedException {
    Map<String, String> asked = asked(prometheus);
    List<String> deviations = new ArrayList<>();
    for (Map.Entry<String, String> each : asked.entrySet()) {
      String expression = each.getKey();
      boolean hasData = hasData(prometheus.query(expression.replace("$__rate_interval", "5m")));
      Excuse excuse = excuses.get(expression);
      if (excuse == null && !hasData) {
        deviations.add("no data for " + each.getValue() + ": " + expression);
      } else if (excuse != null && !excuse.sometimes() && hasData) {
        deviations.add("listed as without data and has some: " + expression);
      }
    }
    excuses.keySet().stream()
        .filter(expression -> !asked.containsKey(expression))
        .forEach(expression -> deviations.add("listed and asked by nobody: " + expression));
    return deviations;
  }

  private static boolean hasData(JsonNode result) {
    for (JsonNode series : result) {
      if (!series.at("/value/1").asText().equals("NaN")) {
        return true;
      }
    }
    return false;
  }

  /** Every expression, and who asks for it. */
  private static Map<String, String> asked(RealPrometheus prometheus)
      throws IOException, InterruptedException {
    Map<String, String> asked = new LinkedHashMap<>();
    for (JsonNode dashboard : dashboards()) {
      for (JsonNode panel : dashboard.path("panels")) {
        String where = dashboard.path("title").asText() + ", " + panel.path("title").asText();
        panel.findValuesAsText("expr").forEach(expr -> asked.putIfAbsent(expr, where));
      }
    }
    for (JsonNode group : prometheus.ruleGroups()) {
      for (JsonNode rule : group.path("rules")) {
        String name = rule.path("name").asText();
        if (rule.path("type").asText().equals("recording")) {
          asked.putIfAbsent(name, "rule " + name);
        } else {
          selectors(rule.path("query").asText())
              .forEach(selector -> asked.putIfAbsent(selector, "alert " + name));
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(100);
    return asked;
  }

  private static Set<String> selectors(String query) {
    Set<String> selectors = new LinkedHashSet<>();
    SELECTOR
        .matcher(NO_SELECTOR.matcher(query).replaceAll(""))
        .results()
        .filter(match -> !WORDS.contains(match.group(1)))
        .forEach(match -> selectors.add(match.group()));
    return selectors;
  }

  private static List<JsonNode> dashboards() throws IOException {
    List<JsonNode> dashboards = new ArrayList<>();
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
      for (Path file : files.sorted().toList()) {
        dashboards.add(Json.mapper().readTree(Files.readAllBytes(file)));
      }
    }
    return dashboards;
  }

  private static Map<String, Excuse> excuses() throws IOException {
    Map<String, Excuse> excuses = new LinkedHashMap<>();
    JsonNode list =
        new ObjectMapper(new YAMLFactory())
            .readTree(DEPLOY.resolve("prometheus/without-data.yml").toFile());
    for (JsonNode each : list) {
      assertThat(each.path("reason").asText()).as(each.toString()).isNotBlank();
      excuses.put(
          each.path("expr").asText(),
          new Excuse(each.path("reason").asText(), each.path("sometimes").asBoolean()));
    }
    return excuses;
  }
}
