package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Counts the answers of intake. Thread-safe. */
@Singleton
class MicrometerIntakeObserver implements IntakeObserver {
  private final MeterRegistry registry;
  private final Counter accepted;

  MicrometerIntakeObserver(MeterRegistry registry) {
    this.registry = registry;
    this.accepted =
        Counter.builder("exchange.ingest.bids.accepted")
            .description("Bids that are durable and were acknowledged")
            .register(registry);
  }

  void registerGauges(@Observes StartupEvent event, BoundedLog log, SlotDirectory directory) {
    Gauge.builder("exchange.ingest.in.flight", log, BoundedLog::inFlight)
        .description("Requests that wait for the log's acknowledgement")
        .register(registry);
    Gauge.builder("exchange.ingest.open.slots", directory, SlotDirectory::openSlots)
        .description("Slots without a close marker, as this node knows them")
        .register(registry);
  }

  @Override
  public void bidAccepted() {
    accepted.increment();
  }

  @Override
  public void refused(Refusal refusal) {
    Counter.builder("exchange.ingest.bids.refused")
        .description("Bids that were refused, by the reason's code")
        .tag("code", refusal.code())
        .register(registry)
        .increment();
  }
}
