package io.quantedge.telemetry.domain;

import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.telemetry.domain.OutcomeFold.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the latencies of slots as their outcomes and settlements come to be known, whichever
 * comes first, each once. Not thread-safe.
 */
final class LatencyFold {
  private final Measure closeToOutcome;
  private final Measure outcomeToSettled;
  private final Measure closeToSettled;
  private final List<Latency> news = new ArrayList<>();

  LatencyFold(Limits limits) {
    this.closeToOutcome = new Measure(limits.latencies());
    this.outcomeToSettled = new Measure(limits.latencies());
    this.closeToSettled = new Measure(limits.latencies());
  }

  /** A kind of latency with its sample and when the newest of it ended. */
  static final class Measure {
    private final LatencySample sample;
    private @Nullable Instant newestAt;

    Measure(int capacity) {
      this.sample = new LatencySample(capacity);
    }

    private void add(Duration latency, Instant at) {
      sample.add(latency);
      newestAt = Instants.later(newestAt, at);
    }

    LatencySample sample() {
      return sample;
    }

    @Nullable Instant newestAt() {
      return newestAt;
    }
  }

  /** A new outcome; its settlement may have been read before. */
  void decided(Decision decision, Optional<SettlementEvent> settlement) {
    Latencies.closeToOutcome(decision)
        .ifPresent(latency -> {
          closeToOutcome.add(latency, decision.recordedAt().orElseThrow());
          news.add(new Latency(Latency.Stage.CLOSE_TO_OUTCOME, latency));
        });
    settlement.ifPresent(known -> paired(decision, known));
  }

  /** A new settlement; its outcome may not have been read yet. */
  void settled(SettlementEvent settlement, Optional<Decision> decision) {
    Duration latency = Latencies.closeToSettled(settlement);
    closeToSettled.add(latency, settlement.committedAt());
    news.add(new Latency(Latency.Stage.CLOSE_TO_SETTLED, latency));
    decision.ifPresent(known -> paired(known, settlement));
  }

  private void paired(Decision decision, SettlementEvent settlement) {
    Latencies.outcomeToSettled(decision, settlement)
        .ifPresent(latency -> {
          outcomeToSettled.add(latency, settlement.committedAt());
          news.add(new Latency(Latency.Stage.OUTCOME_TO_SETTLED, latency));
        });
  }

  /** What was added since the last call: an event adds at most two. */
  List<Latency> takeNews() {
    List<Latency> taken = List.copyOf(news);
    news.clear();
    return taken;
  }

  Measure closeToOutcome() {
    return closeToOutcome;
  }

  Measure outcomeToSettled() {
    return outcomeToSettled;
  }

  Measure closeToSettled() {
    return closeToSettled;
  }
}
