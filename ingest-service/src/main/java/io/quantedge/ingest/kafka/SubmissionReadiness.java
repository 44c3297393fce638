package io.quantedge.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: bids that are sent over Kafka are being read. */
@Readiness
@ApplicationScoped
class SubmissionReadiness implements HealthCheck {
  private final SubmissionIntake intake;

  SubmissionReadiness(SubmissionIntake intake) {
    this.intake = intake;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("bid-submissions").status(intake.isHealthy()).build();
  }
}
