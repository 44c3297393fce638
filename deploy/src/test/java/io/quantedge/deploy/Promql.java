package io.quantedge.deploy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an expression of Prometheus asks for; as much of its grammar as our expressions use. */
record Promql(String expression) {
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
  private static final String LABEL_LIST = "\\b(by|without|on|ignoring)\\s*\\(([^)]*)\\)";
  private static final Pattern LABELS_OF_OPERATORS = Pattern.compile(LABEL_LIST);
  private static final Pattern NOT_A_METRIC =
      Pattern.compile("\\{[^}]*}|\"[^\"]*\"|\\[[^]]*]|" + LABEL_LIST);
  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\()\\b(?!\\s*\\()");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");

  /** The names of the metrics. */
  Set<String> metrics() {
    return NAME.matcher(NOT_A_METRIC.matcher(expression).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toSet());
  }

  /** The labels that are asked of each metric in braces. */
  Map<String, Set<String>> selectedLabels() {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    Matcher selector = SELECTOR.matcher(expression);
    while (selector.find()) {
      Set<String> ofMetric = labels.computeIfAbsent(selector.group(1), name -> new HashSet<>());
      MATCHER.matcher(selector.group(2)).results().forEach(match -> ofMetric.add(match.group(1)));
    }
    return labels;
  }

  /** The labels by which results are grouped or matched. */
  Set<String> groupingLabels() {
    return LABELS_OF_OPERATORS
        .matcher(expression)
        .results()
        .flatMap(match -> Arrays.stream(match.group(2).split(",")))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }
}
