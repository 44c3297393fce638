package io.quantedge.settlement.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.metric.SettlementMetric;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.SettlementMeter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts settlement for Prometheus. Thread-safe; holds one entry for each outcome in work. */
@Singleton
class MicrometerMeter implements SettlementMeter {
  private final Clock clock;
  private final Counter attempts;
  private final Counter exhausted;
  private final Counter deadLetters;
  private final Counter contradictions;
  private final Counter retryBudgetEmpty;
  private final DistributionSummary groups;
  private final Map<ConflictEvent.Cause, Counter> failedAttempts;
  private final Map<State, Counter> settlements;
  private final Timer closeToSettled;
  private final Map<SlotId, Instant> waiting = new ConcurrentHashMap<>();

  MicrometerMeter(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    this.attempts = counter(SettlementMetric.ATTEMPTS).register(registry);
    this.exhausted = counter(SettlementMetric.EXHAUSTED).register(registry);
    this.deadLetters = counter(SettlementMetric.DEAD_LETTERS).register(registry);
    this.contradictions = counter(SettlementMetric.CONTRADICTIONS).register(registry);
    this.retryBudgetEmpty = counter(SettlementMetric.RETRY_BUDGET_EMPTY).register(registry);
    this.groups =
        DistributionSummary.builder(SettlementMetric.GROUP_OUTCOMES.meterName())
            .description(SettlementMetric.GROUP_OUTCOMES.description())
            .serviceLevelObjectives(SettlementMetric.GROUP_OUTCOMES.sizeBuckets())
            .register(registry);
    this.failedAttempts = new EnumMap<>(ConflictEvent.Cause.class);
    for (ConflictEvent.Cause cause : ConflictEvent.Cause.values()) {
      failedAttempts.put(
          cause,
          counter(SettlementMetric.FAILED_ATTEMPTS).tag("cause", lower(cause)).register(registry));
    }
    this.settlements = new EnumMap<>(State.class);
    for (State state : State.values()) {
      settlements.put(
          state, counter(SettlementMetric.SLOTS).tag("state", lower(state)).register(registry));
    }
    this.closeToSettled =
        Timer.builder(SettlementMetric.CLOSE_TO_SETTLED.meterName())
            .description(SettlementMetric.CLOSE_TO_SETTLED.description())
            .serviceLevelObjectives(SettlementMetric.CLOSE_TO_SETTLED.latencyBuckets())
            .register(registry);
    SettlementMetric oldest = SettlementMetric.OLDEST_WAITING;
    Gauge.builder(oldest.meterName(), this, MicrometerMeter::oldestWaitingSeconds)
        .description(oldest.description())
        .register(registry);
  }

  @Override
  public void attempt() {
    attempts.increment();
  }

  @Override
  public void attemptFailed(ConflictEvent.Cause cause) {
    increment(failedAttempts.get(cause));
  }

  @Override
  public void exhausted() {
    exhausted.increment();
  }

  @Override
  public void retryBudgetEmpty() {
    retryBudgetEmpty.increment();
  }

  @Override
  public void group(int outcomes) {
    groups.record(outcomes);
  }

  @Override
  public void contradiction(SlotId slotId) {
    contradictions.increment();
  }

  @Override
  public void waiting(SlotId slotId, Instant closedAt) {
    waiting.put(slotId, closedAt);
  }

  @Override
  public void done(SlotId slotId) {
    waiting.remove(slotId);
  }

  @Override
  public void settled(SettlementEvent event) {
    increment(settlements.get(State.of(event)));
    Duration took = Duration.between(event.closedAt(), event.committedAt());
    closeToSettled.record(took.isNegative() ? Duration.ZERO : took);
  }

  @Override
  public void deadLetter() {
    deadLetters.increment();
  }

  private double oldestWaitingSeconds() {
    return waiting.values().stream()
        .min(Comparator.naturalOrder())
        .map(closedAt -> Duration.between(closedAt, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  private static Counter.Builder counter(SettlementMetric metric) {
    return Counter.builder(metric.meterName()).description(metric.description());
  }

  private static void increment(@Nullable Counter counter) {
    if (counter != null) {
      counter.increment();
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private enum State {
    SETTLED,
    REJECTED,
    UNSOLD;

    static State of(SettlementEvent event) {
      return switch (event) {
        case SettlementEvent.Settled settled -> SETTLED;
        case SettlementEvent.Rejected rejected -> REJECTED;
        case SettlementEvent.Unsold unsold -> UNSOLD;
      };
    }
  }
}
