package io.quantedge.evaluator.kafka;

import io.quantedge.evaluator.application.EvaluatorStatus;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the loop has caught up: before that, standings are old and slots seem unknown. */
@Readiness
@ApplicationScoped
class EvaluatorReadiness implements HealthCheck {
  private final EvaluatorStatus status;

  EvaluatorReadiness(EvaluatorStatus status) {
    this.status = status;
  }

  @Override
  public HealthCheckResponse call() {
    EvaluatorStatus.Phase phase = status.phase();
    return HealthCheckResponse.named("evaluator loop")
        .status(phase == EvaluatorStatus.Phase.READY)
        .withData("phase", phase.name())
        .build();
  }
}
