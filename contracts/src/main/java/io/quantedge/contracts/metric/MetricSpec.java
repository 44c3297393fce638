package io.quantedge.contracts.metric;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a metric is. Immutable.
 *
 * @param meterName in Micrometer's notation, words separated by dots
 * @param unit what one of it is: a plural noun, {@code seconds}, or {@code 1} for a ratio or a flag
 * @param meaning one line for people
 * @param labels every label that its samples carry; those of Prometheus itself, such as {@code le}
 *     and {@code instance}, are not named
 * @param boundaries the upper ends of its buckets, ascending: in milliseconds for a timer, in its
 *     unit for a summary; empty if it has no buckets
 */
public record MetricSpec(
    String meterName,
    Type type,
    String unit,
    String meaning,
    List<Label> labels,
    List<Long> boundaries,
    Presence presence) {
  /** From the 5 ms that a good answer takes to the 60 s after which somebody is called. */
  static final Long[] LATENCY_MILLIS = {
    5L, 10L, 25L, 50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 30_000L, 60_000L
  };

  public MetricSpec {
    labels = List.copyOf(labels);
    boundaries = List.copyOf(boundaries);
  }

  /** How the samples of a meter look. */
  public enum Type {
    COUNTER,
    GAUGE,
    TIMER,
    SUMMARY
  }

  /** When it can be found. */
  public enum Presence {
    /** With every label's usual values, from the first scrape on. */
    FROM_START,
    /** Once the first thing happened that it counts. */
    FROM_FIRST_USE,
    /** Agreed on, and not published by this release. */
    PLANNED
  }

  /**
   * A label, and how many values it can have at most: each one is a series that Prometheus keeps.
   *
   * @param maxValues above zero
   */
  public record Label(String name, int maxValues) {}

  static MetricSpec counter(String meterName, String unit, String meaning) {
    return of(meterName, Type.COUNTER, unit, meaning);
  }

  static MetricSpec gauge(String meterName, String unit, String meaning) {
    return of(meterName, Type.GAUGE, unit, meaning);
  }

  static MetricSpec timer(String meterName, String meaning) {
    return of(meterName, Type.TIMER, "seconds", meaning);
  }

  static MetricSpec summary(String meterName, String unit, String meaning) {
    return of(meterName, Type.SUMMARY, unit, meaning);
  }

  MetricSpec by(String label, int maxValues) {
    List<Label> more =
        Stream.concat(labels.stream(), Stream.of(new Label(label, maxValues))).toList();
    return new MetricSpec(meterName, type, unit, meaning, more, boundaries, presence);
  }

  MetricSpec buckets(Long... upperEnds) {
    return new MetricSpec(meterName, type, unit, meaning, labels, List.of(upperEnds), presence);
  }

  MetricSpec fromFirstUse() {
    return appearing(Presence.FROM_FIRST_USE);
  }

  MetricSpec planned() {
    return appearing(Presence.PLANNED);
  }

  /** How many series it can have at most on one instance, its buckets not counted. */
  public int maxSeries() {
    return labels.stream().mapToInt(Label::maxValues).reduce(1, Math::multiplyExact);
  }

  /** The names under which Prometheus finds its samples. */
  public Set<String> prometheusNames() {
    String name = meterName.replace('.', '_');
    return switch (type) {
      case COUNTER -> Set.of(name + "_total");
      case GAUGE -> Set.of(name);
      case TIMER -> distribution(name + "_seconds");
      case SUMMARY -> distribution(name);
    };
  }

  private Set<String> distribution(String name) {
    return boundaries.isEmpty()
        ? Set.of(name + "_count", name + "_sum", name + "_max")
        : Set.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
  }

  private MetricSpec appearing(Presence when) {
    return new MetricSpec(meterName, type, unit, meaning, labels, boundaries, when);
  }

  private static MetricSpec of(String meterName, Type type, String unit, String meaning) {
    return new MetricSpec(
        meterName, type, unit, meaning, List.of(), List.of(), Presence.FROM_START);
  }
}
