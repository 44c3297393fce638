package io.quantedge.settlement.health;

import io.quantedge.settlement.kafka.OutcomeConsumer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive means: outcomes are still being taken. A store or broker that is away changes nothing. */
@Liveness
@Singleton
class ConsumerLiveness implements HealthCheck {
  private final OutcomeConsumer consumer;

  ConsumerLiveness(OutcomeConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("outcome-consumer").status(consumer.isRunning()).build();
  }
}
