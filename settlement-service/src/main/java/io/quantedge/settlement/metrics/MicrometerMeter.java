package io.quantedge.settlement.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.usage.UsageReport.Count;
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
  private static final String PREFIX = "exchange.settlement.";

  private final Clock clock;
  private final Usage usage;
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

  MicrometerMeter(MeterRegistry registry, Clock clock, Usage usage) {
    this.clock = clock;
    this.usage = usage;
    this.attempts = counter("attempts", "Attempts on the truth store").register(registry);
    this.exhausted = counter("exhausted", "Operations that gave up").register(registry);
    this.deadLetters = counter("dead.letters", "Outcomes that were isolated").register(registry);
    this.contradictions =
        counter("contradictions", "Outcomes that contradict what is settled").register(registry);
    this.retryBudgetEmpty =
        counter("retry.budget.empty", "Retries that the process could not afford")
            .register(registry);
    this.groups =
        DistributionSummary.builder(PREFIX + "group.outcomes")
            .description("Outcomes that were settled in one SQL transaction")
            .publishPercentileHistogram()
            .minimumExpectedValue(1.0)
            .maximumExpectedValue(256.0)
            .register(registry);
    this.failedAttempts = new EnumMap<>(ConflictEvent.Cause.class);
    for (ConflictEvent.Cause cause : ConflictEvent.Cause.values()) {
      failedAttempts.put(
          cause,
          counter("failed.attempts", "Failed attempts by cause")
              .tag("cause", lower(cause))
              .register(registry));
    }
    this.settlements = new EnumMap<>(State.class);
    for (State state : State.values()) {
      settlements.put(
          state,
          counter("slots", "Slots that this process committed, by state")
              .tag("state", lower(state))
              .register(registry));
    }
    this.closeToSettled =
        Timer.builder(PREFIX + "close.to.settled")
            .description("From the close of an auction to its committed settlement")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(5))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
    Gauge.builder(PREFIX + "oldest.waiting.seconds", this, MicrometerMeter::oldestWaitingSeconds)
        .description("How long ago the oldest outcome in work was closed")
        .register(registry);
  }

  @Override
  public void attempt() {
    attempts.increment();
    usage.add(Count.TRUTH_ATTEMPTS, 1);
  }

  @Override
  public void attemptFailed(ConflictEvent.Cause cause) {
    increment(failedAttempts.get(cause));
    usage.add(Count.TRUTH_FAILED_ATTEMPTS, 1);
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
    if (event instanceof SettlementEvent.Settled) {
      usage.add(Count.TRUTH_SETTLEMENTS, 1);
    }
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

  private static Counter.Builder counter(String name, String description) {
    return Counter.builder(PREFIX + name).description(description);
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
