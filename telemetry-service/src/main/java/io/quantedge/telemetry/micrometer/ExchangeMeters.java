package io.quantedge.telemetry.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.metric.ExchangeMetric;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.telemetry.application.FigureSink;
import io.quantedge.telemetry.domain.ConflictCounts;
import io.quantedge.telemetry.domain.Latency;
import io.quantedge.telemetry.domain.Overview.Check;
import io.quantedge.telemetry.domain.Totals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The figures of the state as meters. All of them read the same totals, published about once a
 * second, so one scrape is of one moment. Thread-safe.
 */
@ApplicationScoped
class ExchangeMeters implements FigureSink {
  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<Latency.Stage, Timer> latencies = new EnumMap<>(Latency.Stage.class);
  private final Map<String, Check> checks = new ConcurrentHashMap<>();
  private final Set<String> named = ConcurrentHashMap.newKeySet();
  private volatile Optional<Totals> latest = Optional.empty();
  private volatile double bidsPerSecond = Double.NaN;

  ExchangeMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    latencies.put(Latency.Stage.CLOSE_TO_OUTCOME, timer(ExchangeMetric.CLOSE_TO_OUTCOME));
    latencies.put(Latency.Stage.OUTCOME_TO_SETTLED, timer(ExchangeMetric.OUTCOME_TO_SETTLED));
    latencies.put(Latency.Stage.CLOSE_TO_SETTLED, timer(ExchangeMetric.CLOSE_TO_SETTLED));
    registerTraffic();
    registerTruth();
    registerConflicts();
  }

  private Timer timer(ExchangeMetric metric) {
    return Timer.builder(metric.meterName())
        .description(metric.description())
        .serviceLevelObjectives(metric.latencyBuckets())
        .register(registry);
  }

  @Override
  public void latency(Latency latency) {
    Objects.requireNonNull(latencies.get(latency.stage())).record(latency.duration());
  }

  @Override
  public void reconciled(List<Check> newest) {
    for (Check check : newest) {
      checks.put(check.name(), check);
      if (named.add("check " + check.name())) {
        Gauge.builder(
                ExchangeMetric.RECONCILIATION.meterName(),
                this,
                meters -> meters.holds(check.name()))
            .description(ExchangeMetric.RECONCILIATION.description())
            .tags(Tags.of("check", check.name()))
            .register(registry);
      }
    }
  }

  /** 1 if the check holds, 0 if it does not, not a number if that is not known. */
  private double holds(String name) {
    Check check = checks.get(name);
    if (check == null || check.holds() == null) {
      return Double.NaN;
    }
    return check.holds() ? 1 : 0;
  }

  @Override
  public void publish(Totals totals, double bidsPerSecond) {
    this.latest = Optional.of(totals);
    this.bidsPerSecond = bidsPerSecond;
    totals.bidsByRegion().keySet().forEach(this::nameBidsOf);
    totals.conflictsByRegion().keySet().forEach(this::nameConflictsOf);
  }

  private void registerTraffic() {
    counter(ExchangeMetric.BIDS, Tags.of("verdict", "counted"), all -> all.bids().counted());
    counter(ExchangeMetric.BIDS, Tags.of("verdict", "duplicate"), all -> all.bids().duplicate());
    counter(ExchangeMetric.BIDS, Tags.of("verdict", "rejected"), all -> all.bids().rejectedTotal());
    counter(ExchangeMetric.BIDS, Tags.of("verdict", "late"), Totals::late);
    for (RejectionReason reason : RejectionReason.values()) {
      counter(
          ExchangeMetric.BIDS_REJECTED,
          Tags.of("reason", reason.name()),
          all -> all.bids().rejected().getOrDefault(reason, 0L));
    }
    Gauge.builder(ExchangeMetric.BIDS_PER_SECOND.meterName(), this, meters -> meters.bidsPerSecond)
        .description(ExchangeMetric.BIDS_PER_SECOND.description())
        .register(registry);
    gauge(ExchangeMetric.SLOTS, Tags.of("state", "open"), Totals::openSlots);
    gauge(ExchangeMetric.SLOTS, Tags.of("state", "closed"), Totals::closedSlots);
  }

  private void registerTruth() {
    counter(ExchangeMetric.OUTCOMES, Tags.of("state", "awarded"), Totals::awarded);
    counter(ExchangeMetric.OUTCOMES, Tags.of("state", "unsold"), Totals::unsold);
    counter(ExchangeMetric.SETTLEMENTS, Tags.of("state", "settled"), Totals::settled);
    counter(ExchangeMetric.SETTLEMENTS, Tags.of("state", "rejected"), Totals::rejected);
    counter(ExchangeMetric.SETTLEMENTS, Tags.of("state", "unsold"), Totals::settledUnsold);
    gauge(ExchangeMetric.SETTLEMENTS_WAITING, Tags.empty(), Totals::waiting);
    gauge(ExchangeMetric.OLDEST_WAITING, Tags.empty(), this::oldestWaitingSeconds);
  }

  private void registerConflicts() {
    counter(ExchangeMetric.CONFLICTS, Tags.empty(), all -> all.conflicts().conflicts());
    counter(ExchangeMetric.CONFLICT_RETRIES, Tags.empty(), all -> all.conflicts().retries());
    counter(ExchangeMetric.CONFLICTS_RESOLVED, Tags.empty(), all -> all.conflicts().resolved());
    counter(ExchangeMetric.CONFLICTS_EXHAUSTED, Tags.empty(), all -> all.conflicts().exhausted());
    gauge(ExchangeMetric.CONFLICTS_OPEN, Tags.empty(), all -> all.conflicts().open());
    gauge(
        ExchangeMetric.CONFLICT_RESOLUTION_RATE,
        Tags.empty(),
        all -> all.conflicts().resolutionRate());
    for (Cause cause : Cause.values()) {
      counter(
          ExchangeMetric.ATTEMPTS_FAILED,
          Tags.of("cause", cause.name()),
          all -> all.failedAttemptsByCause().getOrDefault(cause, 0L));
    }
  }

  private void nameBidsOf(Region region) {
    if (named.add("bids " + region)) {
      counter(
          ExchangeMetric.BIDS_RECEIVED,
          Tags.of("region", region.name()),
          all -> all.bidsByRegion().getOrDefault(region, Tally.NONE).received());
    }
  }

  private void nameConflictsOf(String region) {
    if (named.add("conflicts " + region)) {
      counter(
          ExchangeMetric.CONFLICTS_BY_REGION,
          Tags.of("region", region),
          all -> all.conflictsByRegion().getOrDefault(region, ConflictCounts.NONE).conflicts());
    }
  }

  private double oldestWaitingSeconds(Totals all) {
    return all.oldestWaitingSince()
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1_000.0)
        .orElse(0.0);
  }

  private void counter(ExchangeMetric metric, Tags tags, ToDoubleFunction<Totals> figure) {
    FunctionCounter.builder(metric.meterName(), this, meters -> meters.read(figure))
        .description(metric.description())
        .tags(tags)
        .register(registry);
  }

  private void gauge(ExchangeMetric metric, Tags tags, ToDoubleFunction<Totals> figure) {
    Gauge.builder(metric.meterName(), this, meters -> meters.read(figure))
        .description(metric.description())
        .tags(tags)
        .register(registry);
  }

  private double read(ToDoubleFunction<Totals> figure) {
    return latest.map(figure::applyAsDouble).orElse(0.0);
  }
}
