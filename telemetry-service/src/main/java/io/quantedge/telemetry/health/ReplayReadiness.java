package io.quantedge.telemetry.health;

import io.quantedge.telemetry.application.Rebuild;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the state includes all that the topics held at start, and as long as the broker
 * answers. The truth store is not asked: its absence delays the archive and nothing else.
 */
@Readiness
class ReplayReadiness implements HealthCheck {
  private static final Duration MAX_SILENCE = Duration.ofSeconds(20);

  private final Rebuild rebuild;

  ReplayReadiness(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  @Override
  public HealthCheckResponse call() {
    boolean brokerAnswers = rebuild.silence().compareTo(MAX_SILENCE) < 0;
    return HealthCheckResponse.named("state rebuilt from the topics")
        .status(rebuild.hasCaughtUp() && brokerAnswers)
        .withData("caughtUp", rebuild.hasCaughtUp())
        .withData("remainingRecords", rebuild.remainingRecords())
        .withData("brokerAnswers", brokerAnswers)
        .build();
  }
}
