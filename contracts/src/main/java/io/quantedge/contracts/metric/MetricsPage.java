package io.quantedge.contracts.metric;

import io.quantedge.contracts.metric.MetricSpec.Label;
import io.quantedge.contracts.metric.MetricSpec.Presence;
import io.quantedge.contracts.metric.MetricSpec.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service publishes for Prometheus, held against what is declared: the services' tests ask
 * it, so that the registry stays true. Immutable.
 */
public final class MetricsPage {
  private static final Pattern SAMPLE =
      Pattern.compile("^(exchange_[a-zA-Z0-9_]+)(?:\\{(.*?)})? \\S+.*$", Pattern.MULTILINE);
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Map<String, List<Map<String, String>>> samples;

  private MetricsPage(Map<String, List<Map<String, String>>> samples) {
    this.samples = samples;
  }

  /** Reads a page in Prometheus' text format; samples of others than the exchange are left out. */
  public static MetricsPage parse(String text) {
    Map<String, List<Map<String, String>>> samples = new TreeMap<>();
    Matcher sample = SAMPLE.matcher(text);
    while (sample.find()) {
      Map<String, String> labels = new HashMap<>();
      Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
      samples.computeIfAbsent(sample.group(1), name -> new ArrayList<>()).add(labels);
    }
    return new MetricsPage(samples);
  }

  /** A sentence for each way in which the page is not what this service declares; empty if none. */
  public List<String> deviationsFrom(Metric.Owner owner) {
    List<String> deviations = new ArrayList<>();
    Set<String> declared = new HashSet<>();
    for (Metric metric : Metric.of(owner)) {
      declared.addAll(metric.prometheusNames());
      metric.prometheusNames().forEach(name -> compare(metric.spec(), name, deviations));
    }
    samples.keySet().stream()
        .filter(name -> !declared.contains(name))
        .forEach(name -> deviations.add(name + " is published and not declared"));
    return deviations;
  }

  private void compare(MetricSpec spec, String name, List<String> deviations) {
    List<Map<String, String>> found = samples.getOrDefault(name, List.of());
    if (found.isEmpty()) {
      if (spec.presence() == Presence.FROM_START) {
        deviations.add(name + " is declared and not published");
      }
      return;
    }
    if (spec.presence() == Presence.PLANNED) {
      deviations.add(name + " is declared as planned and is published");
    }
    Set<String> expected = labelsOf(spec, name);
    found.stream()
        .map(Map::keySet)
        .filter(labels -> !labels.equals(expected))
        .findFirst()
        .ifPresent(labels ->
            deviations.add(name + " has the labels " + labels + " instead of " + expected));
    for (Label label : spec.labels()) {
      long values = found.stream().map(labels -> labels.get(label.name())).distinct().count();
      if (values > label.maxValues()) {
        deviations.add(
            name
                + " has "
                + values
                + " values of "
                + label.name()
                + ", above "
                + label.maxValues());
      }
    }
  }

  private static Set<String> labelsOf(MetricSpec spec, String name) {
    Set<String> labels = spec.labels().stream().map(Label::name).collect(Collectors.toSet());
    boolean bucket =
        name.endsWith("_bucket") && (spec.type() == Type.TIMER || spec.type() == Type.SUMMARY);
    if (bucket) {
      labels.add("le");
    }
    return labels;
  }
}
