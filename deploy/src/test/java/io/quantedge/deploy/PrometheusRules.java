package io.quantedge.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The rules that Prometheus evaluates, and the tests of them. */
final class PrometheusRules {
  static final String FOLDER = "deploy/prometheus";

  private PrometheusRules() {}

  /** An alert, as the file has it. */
  record Alert(String name, String expr, String severity, Map<String, String> annotations) {}

  /** A case of an alert in the tests of the rules. */
  record Case(String alert, boolean fires) {}

  static List<Alert> alerts() {
    return rules()
        .filter(rule -> rule.containsKey("alert"))
        .map(rule ->
            new Alert(
                text(rule, "alert"),
                text(rule, "expr"),
                String.valueOf(map(rule.getOrDefault("labels", Map.of())).get("severity")),
                texts(rule.getOrDefault("annotations", Map.of()))))
        .toList();
  }

  /** The names under which rules record. */
  static List<String> records() {
    return rules()
        .filter(rule -> rule.containsKey("record"))
        .map(rule -> text(rule, "record"))
        .toList();
  }

  /** The expressions of all rules. */
  static List<String> expressions() {
    return rules().map(rule -> text(rule, "expr")).toList();
  }

  static List<Case> cases() {
    return ymlFiles("tests")
        .flatMap(file -> lists(new Yaml().<Map<String, Object>>load(read(file)), "tests"))
        .flatMap(test -> lists(test, "alert_rule_test"))
        .map(each ->
            new Case(
                text(each, "alertname"),
                !((List<?>) each.getOrDefault("exp_alerts", List.of())).isEmpty()))
        .toList();
  }

  static Stream<Path> ymlFiles(String folder) {
    try (Stream<Path> files = Files.list(ProjectFiles.path(FOLDER).resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Map<String, Object>> rules() {
    return ymlFiles("rules")
        .flatMap(file -> lists(new Yaml().<Map<String, Object>>load(read(file)), "groups"))
        .flatMap(group -> lists(group, "rules"));
  }

  private static Stream<Map<String, Object>> lists(Map<String, Object> parent, String name) {
    return ((List<?>) parent.getOrDefault(name, List.of())).stream().map(PrometheusRules::map);
  }

  private static String text(Map<String, Object> parent, String name) {
    return String.valueOf(parent.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(Object value) {
    return (Map<String, String>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
