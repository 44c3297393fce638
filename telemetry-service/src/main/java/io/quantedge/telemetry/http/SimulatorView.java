package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantedge.telemetry.application.SimulatorControl;
import io.quantedge.telemetry.application.TrafficGenerator;
import io.quantedge.telemetry.application.TrafficGenerator.Progress;
import io.quantedge.telemetry.application.TrafficGenerator.State;
import io.quantedge.telemetry.application.TrafficLimits;
import io.quantedge.telemetry.application.TrafficRequest;
import io.quantedge.telemetry.application.TrafficRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be simulated, and what is.
 *
 * @param whyNot null if traffic may be started
 * @param running null if none is under way
 * @param last the last run of this process that is over; null if none is
 */
record SimulatorView(
    boolean enabled,
    @Nullable String whyNot,
    List<TrafficGenerator.Profile> profiles,
    Limits limits,
    @Nullable Run running,
    @Nullable Run last) {
  private static final String OFF =
      "Traffic may not be started here: exchange.telemetry.simulator.enabled is false.";

  static SimulatorView of(SimulatorControl control) {
    return new SimulatorView(
        control.isEnabled(),
        control.isEnabled() ? null : OFF,
        control.profiles(),
        Limits.of(control.limits()),
        control.running().map(Run::of).orElse(null),
        control.last().map(Run::of).orElse(null));
  }

  /** Within which bounds traffic may be asked for. */
  record Limits(Range bidsPerSecond, Range slots, Range contentionPercent, Range seconds) {
    static Limits of(TrafficLimits limits) {
      return new Limits(
          Range.of(limits.bidsPerSecond()),
          Range.of(limits.slots()),
          Range.of(limits.contentionPercent()),
          Range.of(limits.seconds()));
    }
  }

  /** From the least to the most, both included. */
  record Range(int min, int max, @JsonProperty("default") int proposed) {
    static Range of(TrafficLimits.Range range) {
      return new Range(range.min(), range.max(), range.proposed());
    }
  }

  /**
   * A run.
   *
   * @param slots auctions at a time
   * @param slotsClosed auctions whose closing time has passed
   * @param lastProblem null if there was none
   */
  record Run(
      UUID runId,
      State state,
      Instant startedAt,
      String profile,
      int bidsPerSecond,
      int slots,
      int contentionPercent,
      int seconds,
      long seed,
      long bidsSent,
      long bidsAcknowledged,
      long bidsRefused,
      long slotsOpened,
      long slotsClosed,
      @Nullable String lastProblem) {
    static Run of(TrafficRun run) {
      TrafficRequest request = run.request();
      Progress progress = run.progress();
      return new Run(
          run.runId(),
          progress.state(),
          run.startedAt(),
          request.profile(),
          request.bidsPerSecond(),
          request.slots(),
          request.contentionPercent(),
          request.seconds(),
          request.seed(),
          progress.bidsSent(),
          progress.bidsAcknowledged(),
          progress.bidsRefused(),
          progress.slotsOpened(),
          progress.slotsClosed(),
          progress.lastProblem().orElse(null));
    }
  }
}
