package io.quantedge.evaluator.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.bid.RejectionReason;
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
  private static final String PREFIX = "exchange.evaluator.";

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
          Counter.builder(PREFIX + "outcomes")
              .description("Slots closed by the fold")
              .tag("state", state.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    openings = counter(registry, "openings", "Slots opened by the fold");
    ignoredOpenings = counter(registry, "openings.ignored", "Openings of slots opened before");
    ignoredMarkers = counter(registry, "markers.ignored", "Close markers without effect");
    replayed = counter(registry, "records.replayed", "Records of slots decided before");
    undecodable = counter(registry, "records.undecodable", "Records skipped as unreadable");
    failedSends = counter(registry, "sends.failed", "Failed sends; each one is repeated");
    restarts = counter(registry, "loop.restarts", "Restarts of the loop after a failure");
    snapshots = counter(registry, "snapshots", "Open slots saved for the next owner");
    closeToOutcome =
        Timer.builder(PREFIX + "close.to.outcome")
            .description("From closesAt, or a requested marker, to the outcome's acknowledgement")
            .publishPercentileHistogram()
            .register(registry);
    gauge(registry, "partitions", "Partitions owned", Load::partitions);
    gauge(registry, "open.slots", "Slots open in the fold", Load::openSlots);
    gauge(registry, "remembered.bids", "Bids kept for open slots", Load::rememberedBids);
    gauge(
        registry,
        "remembered.bytes",
        "Heap bytes of bids kept for open slots",
        Load::rememberedBytes);
    gauge(
        registry, "uncommitted.records", "Records a new owner would fold again", Load::uncommitted);
    gauge(registry, "undelivered", "Outcomes and markers not acknowledged", Load::undelivered);
    gauge(registry, "lag.records", "Records of the log not read yet", Load::lag);
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

  private void gauge(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Load> value) {
    Gauge.builder(PREFIX + name, this, metrics -> value.applyAsDouble(metrics.load))
        .description(description)
        .register(registry);
  }

  private static Counter bids(MeterRegistry registry, String verdict, String reason) {
    return Counter.builder(PREFIX + "bids")
        .description("Bids read from the log, by verdict")
        .tag("verdict", verdict)
        .tag("reason", reason)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(PREFIX + name).description(description).register(registry);
  }

  private static <K> Counter requireMeter(Map<K, Counter> meters, K key) {
    Counter meter = meters.get(key);
    if (meter == null) {
      throw new IllegalStateException("no meter for " + key);
    }
    return meter;
  }
}
