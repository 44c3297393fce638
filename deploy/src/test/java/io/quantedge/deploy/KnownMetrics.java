package io.quantedge.deploy;

import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricSpec.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that an expression may ask for, with the labels that it has. */
final class KnownMetrics {
  private static final Set<String> OF_THE_TARGET = Set.of("job", "instance", "service");
  private static final Set<String> HTTP = Set.of("method", "outcome", "status", "uri");

  /** What Prometheus itself and Micrometer's own binders publish. */
  private static final Map<String, Set<String>> STANDARD =
      Map.ofEntries(
          Map.entry("up", Set.of()),
          Map.entry("ALERTS", Set.of("alertname", "alertstate", "severity")),
          Map.entry("http_server_requests_seconds_count", HTTP),
          Map.entry("http_server_requests_seconds_sum", HTTP),
          Map.entry("http_server_requests_seconds_max", HTTP),
          Map.entry("jvm_memory_used_bytes", Set.of("area", "id")),
          Map.entry("jvm_memory_max_bytes", Set.of("area", "id")),
          Map.entry("jvm_gc_pause_seconds_sum", Set.of("action", "cause", "gc")),
          Map.entry("jvm_threads_live_threads", Set.of()),
          Map.entry("process_cpu_usage", Set.of()),
          Map.entry("process_uptime_seconds", Set.of()));

  private final Map<String, Set<String>> labelsByName = new HashMap<>(STANDARD);

  KnownMetrics() {
    for (Metric metric : Metric.all()) {
      for (String name : metric.prometheusNames()) {
        Set<String> labels = new HashSet<>();
        metric.spec().labels().stream().map(Label::name).forEach(labels::add);
        if (name.endsWith("_bucket")) {
          labels.add("le");
        }
        labelsByName.put(name, labels);
      }
    }
    PrometheusRules.records().forEach(record -> labelsByName.put(record, Set.of()));
  }

  /** A sentence for each thing that the query asks for and nobody publishes. */
  List<String> unknownIn(Promql query, Set<String> labelsOfTheLegend) {
    List<String> unknown = new ArrayList<>();
    Set<String> any = new HashSet<>(OF_THE_TARGET);
    for (String metric : query.metrics()) {
      if (labelsByName.containsKey(metric)) {
        any.addAll(labelsByName.getOrDefault(metric, Set.of()));
      } else {
        unknown.add("no metric " + metric);
      }
    }
    query
        .selectedLabels()
        .forEach((metric, labels) -> {
          Set<String> known = new HashSet<>(labelsByName.getOrDefault(metric, Set.of()));
          known.addAll(OF_THE_TARGET);
          labels.stream()
              .filter(label -> !known.contains(label))
              .forEach(label -> unknown.add(metric + " has no label " + label));
        });
    Set<String> grouped = new HashSet<>(query.groupingLabels());
    grouped.addAll(labelsOfTheLegend);
    grouped.stream()
        .filter(label -> !any.contains(label))
        .forEach(label -> unknown.add("nothing here has a label " + label));
    return unknown;
  }
}
