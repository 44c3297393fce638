package io.quantedge.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the store writer is at work. A store that refuses writes for a while is shown but does not
 * make the node unready: bids are safe in the log, and refusing them would turn one outage into
 * two.
 */
@Readiness
@ApplicationScoped
class StoreWriterReadiness implements HealthCheck {
  private final StoreWriter writer;
  private final LogLoops loops;

  StoreWriterReadiness(StoreWriter writer, LogLoops loops) {
    this.writer = writer;
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("store-writer")
        .status(loops.isWriterHealthy())
        .withData("waitingForStore", writer.isPutOff())
        .build();
  }
}
