package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.application.Completion;
import io.quantedge.telemetry.application.Rebuild;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.domain.Overview;
import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.quantedge.telemetry.domain.incident.Observation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state of this process. Thread-safe. */
@ApplicationScoped
class ObservedState implements Observed {
  private final TelemetryState state;
  private final Rebuild rebuild;
  private final Completion completion;
  private final Clock clock;

  ObservedState(TelemetryState state, Rebuild rebuild, Completion completion, Clock clock) {
    this.state = state;
    this.rebuild = rebuild;
    this.completion = completion;
    this.clock = clock;
  }

  @Override
  public boolean isRebuilt() {
    return rebuild.hasCaughtUp();
  }

  @Override
  public boolean isHistoryDue() {
    return completion.isDue();
  }

  @Override
  public Observation observe() {
    return state.observe();
  }

  @Override
  public List<FailedCheck> failedChecks() {
    Instant now = clock.instant();
    return state.overview().reconciliation().checks().stream()
        .filter(check -> Boolean.FALSE.equals(check.holds()))
        .map(check -> failed(check, now))
        .toList();
  }

  private static FailedCheck failed(Overview.Check check, Instant now) {
    String detail = "%s against %s. %s".formatted(check.left(), check.right(), check.why());
    return new FailedCheck(
        check.name(), detail, Optional.ofNullable(check.checkedAt()).orElse(now));
  }
}
