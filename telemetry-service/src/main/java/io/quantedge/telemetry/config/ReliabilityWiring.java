package io.quantedge.telemetry.config;

import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.incident.IncidentDetector;
import io.quantedge.telemetry.application.incident.Incidents;
import io.quantedge.telemetry.application.proof.Proofs;
import io.quantedge.telemetry.domain.incident.Thresholds;
import io.quantedge.telemetry.kafka.DeadLetterWatch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the settings of incidents and proofs, and starts and ends what looks for incidents. */
@Singleton
class ReliabilityWiring {
  @Produces
  @Singleton
  Incidents.Retries incidentRetries(IncidentsConfig config) {
    return new Incidents.Retries(
        config.maxAttempts(),
        new FullJitter(config.backoffBaseMillis(), config.backoffCapMillis()));
  }

  @Produces
  @Singleton
  IncidentDetector.Settings detection(IncidentsConfig config) {
    return new IncidentDetector.Settings(
        config.detection(),
        Duration.ofMillis(config.intervalMillis()),
        Duration.ofSeconds(config.booksIntervalSeconds()),
        new Thresholds(
            config.conflictsPerSecond(),
            Duration.ofSeconds(config.conflictWindowSeconds()),
            config.hotSlotBidsPerSecond(),
            Duration.ofSeconds(config.hotSlotWindowSeconds()),
            Duration.ofSeconds(config.stalledAfterSeconds()),
            Duration.ofSeconds(config.reopenAfterSeconds())));
  }

  @Produces
  @Singleton
  Proofs.Settings proofs(ProofsConfig config) {
    return new Proofs.Settings(
        config.enabled(),
        config.queueSize(),
        config.busyAttempts(),
        config.storeAttempts(),
        new FullJitter(config.backoffBaseMillis(), config.backoffCapMillis()));
  }

  void onStart(@Observes StartupEvent event, IncidentDetector detector, DeadLetterWatch letters) {
    letters.start();
    detector.start();
  }

  void onStop(@Observes ShutdownEvent event, IncidentDetector detector, DeadLetterWatch letters) {
    detector.stop();
    letters.stop();
  }
}
