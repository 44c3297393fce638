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
        .withData("cause", causeOf(phase))
        .build();
  }

  private static String causeOf(EvaluatorStatus.Phase phase) {
    return switch (phase) {
      case JOINING -> "it waits for its partitions";
      case CATCHING_UP -> "it reads what was written before it got its partitions";
      case READY -> "none";
      case FULL ->
          "it remembers exchange.evaluator.max-remembered-bids bids of open slots and reads no"
              + " more; give it more heap, or start another instance";
      case FAILED -> "the loop failed and will be started again; the log says why";
      case STOPPED -> "it was stopped";
    };
  }
}
