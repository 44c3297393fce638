package io.quantedge.evaluator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.metric.EvaluatorMetric;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.evaluator.application.EvaluationObserver;
import io.quantedge.evaluator.domain.FoldEffect;
import io.quantedge.evaluator.domain.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The evaluator's meters, all below {@code exchange.evaluator}. Counters count records read, so a
 * replay after a restart counts them again; what a slot really received is in its tally.
 */
@ApplicationScoped
public class EvaluatorMetrics implements EvaluationObserver {
  private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
  private final Map<AuctionOutcome.State, Counter> outcomes =
      new EnumMap<>(AuctionOutcome.State.class);
  private final Counter counted;
  private final Counter duplicate;
  private final Counter late;
  private final Counter unknownSlot;
  private final Counter openings;
  private final Counter ignoredOpenings;
  private final Counter ignoredMarkers;
  private final Counter replayed;
  private final Counter undecodable;
  private final Counter failedSends;
  private final Counter restarts;
  private final Counter snapshots;
  private final Timer closeToOutcome;
  private volatile Load load = Load.NONE;

  EvaluatorMetrics(MeterRegistry registry) {
    counted = bids(registry, "counted", "");
    duplicate = bids(registry, "duplicate", "");
    late = bids(registry, "late", "");
    unknownSlot = bids(registry, "unknown_slot", "");
    for (RejectionReason reason : RejectionReason.values()) {
      rejected.put(reason, bids(registry, "rejected", reason.name().toLowerCase(Locale.ROOT)));
    }
    for (AuctionOutcome.State state : AuctionOutcome.State.values()) {
      outcomes.put(
          state,
          counter(EvaluatorMetric.OUTCOMES)
              .tag("state", state.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    openings = counter(EvaluatorMetric.OPENINGS).register(registry);
    ignoredOpenings = counter(EvaluatorMetric.IGNORED_OPENINGS).register(registry);
    ignoredMarkers = counter(EvaluatorMetric.IGNORED_MARKERS).register(registry);
    replayed = counter(EvaluatorMetric.REPLAYED).register(registry);
    undecodable = counter(EvaluatorMetric.UNDECODABLE).register(registry);
    failedSends = counter(EvaluatorMetric.FAILED_SENDS).register(registry);
    restarts = counter(EvaluatorMetric.RESTARTS).register(registry);
    snapshots = counter(EvaluatorMetric.SNAPSHOTS).register(registry);
    closeToOutcome =
        Timer.builder(EvaluatorMetric.CLOSE_TO_OUTCOME.meterName())
            .description(EvaluatorMetric.CLOSE_TO_OUTCOME.description())
            .serviceLevelObjectives(EvaluatorMetric.CLOSE_TO_OUTCOME.latencyBuckets())
            .register(registry);
    gauge(registry, EvaluatorMetric.PARTITIONS, Load::partitions);
    gauge(registry, EvaluatorMetric.OPEN_SLOTS, Load::openSlots);
    gauge(registry, EvaluatorMetric.REMEMBERED_BIDS, Load::rememberedBids);
    gauge(registry, EvaluatorMetric.REMEMBERED_BYTES, Load::rememberedBytes);
    gauge(registry, EvaluatorMetric.UNCOMMITTED, Load::uncommitted);
    gauge(registry, EvaluatorMetric.UNDELIVERED, Load::undelivered);
    gauge(registry, EvaluatorMetric.LAG, Load::lag);
  }

  @Override
  public void folded(FoldEffect effect) {
    switch (effect) {
      case FoldEffect.Opened ignored -> openings.increment();
      case FoldEffect.Judged(var slotId, Verdict verdict) -> counterOf(verdict).increment();
      case FoldEffect.Closed(AuctionOutcome outcome) ->
          requireMeter(outcomes, outcome.state()).increment();
      case FoldEffect.OpeningIgnored ignored -> ignoredOpenings.increment();
      case FoldEffect.MarkerIgnored ignored -> ignoredMarkers.increment();
      case FoldEffect.UnknownSlot ignored -> unknownSlot.increment();
      case FoldEffect.Replayed ignored -> replayed.increment();
    }
  }

  @Override
  public void undecodable() {
    undecodable.increment();
  }

  @Override
  public void sendFailed() {
    failedSends.increment();
  }

  @Override
  public void announced(AuctionOutcome outcome, Duration sinceClose) {
    closeToOutcome.record(sinceClose);
  }

  @Override
  public void snapshotTaken() {
    snapshots.increment();
  }

  @Override
  public void loopRestarted() {
    restarts.increment();
  }

  @Override
  public void measured(Load now) {
    load = now;
  }

  private Counter counterOf(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Counted ignored -> counted;
      case Verdict.Duplicate ignored -> duplicate;
      case Verdict.Rejected(RejectionReason reason) -> requireMeter(rejected, reason);
      case Verdict.Late ignored -> late;
    };
  }

  private void gauge(MeterRegistry registry, EvaluatorMetric metric, ToDoubleFunction<Load> value) {
    Gauge.builder(metric.meterName(), this, metrics -> value.applyAsDouble(metrics.load))
        .description(metric.description())
        .register(registry);
  }

  private static Counter bids(MeterRegistry registry, String verdict, String reason) {
    return counter(EvaluatorMetric.BIDS)
        .tag("verdict", verdict)
        .tag("reason", reason)
        .register(registry);
  }

  private static Counter.Builder counter(EvaluatorMetric metric) {
    return Counter.builder(metric.meterName()).description(metric.description());
  }

  private static <K> Counter requireMeter(Map<K, Counter> meters, K key) {
    Counter meter = meters.get(key);
    if (meter == null) {
      throw new IllegalStateException("no meter for " + key);
    }
    return meter;
  }
}
