package io.quantedge.contracts.metric;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metric of the exchange. Services register their meters under these names and no others, and
 * dashboards, rules and alerts may ask for these and no others, so that a name is changed in one
 * place and nothing asks for what nobody publishes. Immutable.
 */
public sealed interface Metric
    permits IngestMetric, EvaluatorMetric, SettlementMetric, ExchangeMetric {
  /** What is published, and how. */
  MetricSpec spec();

  /** The service on whose page it stands. */
  Owner owner();

  /** The name under which the meter is registered. */
  default String meterName() {
    return spec().meterName();
  }

  /** What it means, for people who look at it. */
  default String description() {
    return spec().meaning();
  }

  /** The names under which Prometheus finds its samples. */
  default Set<String> prometheusNames() {
    return spec().prometheusNames();
  }

  /** The upper ends of a timer's buckets; empty if it has none. */
  default Duration[] latencyBuckets() {
    return spec().boundaries().stream().map(Duration::ofMillis).toArray(Duration[]::new);
  }

  /** The upper ends of a summary's buckets; empty if it has none. */
  default double[] sizeBuckets() {
    return spec().boundaries().stream().mapToDouble(Long::doubleValue).toArray();
  }

  /** Every metric of the exchange, service by service. */
  static List<Metric> all() {
    return Stream.of(
            IngestMetric.values(),
            EvaluatorMetric.values(),
            SettlementMetric.values(),
            ExchangeMetric.values())
        .<Metric>flatMap(Arrays::stream)
        .toList();
  }

  /** The metrics of one service. */
  static List<Metric> of(Owner owner) {
    return all().stream().filter(metric -> metric.owner() == owner).toList();
  }

  /** The services, by the name under which Prometheus knows them. */
  enum Owner {
    INGEST("ingest-service"),
    EVALUATOR("evaluator-service"),
    SETTLEMENT("settlement-service"),
    TELEMETRY("telemetry-service");

    private final String serviceName;

    Owner(String serviceName) {
      this.serviceName = serviceName;
    }

    /** The value of the label {@code service} of its target. */
    public String serviceName() {
      return serviceName;
    }
  }
}
