package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the answers of intake. Thread-safe. */
@Singleton
class MicrometerIntakeObserver implements IntakeObserver {
  private final MeterRegistry registry;
  private final Usage usage;
  private final Counter accepted;
  private final Counter repeated;
  private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
  private final Map<String, Counter> shed = new ConcurrentHashMap<>();

  MicrometerIntakeObserver(MeterRegistry registry, Usage usage) {
    this.registry = registry;
    this.usage = usage;
    this.accepted =
        Counter.builder("exchange.ingest.bids.accepted")
            .description("Bids that are durable and were acknowledged")
            .register(registry);
    this.repeated =
        Counter.builder("exchange.ingest.bids.repeated")
            .description("Repeats of bids that this node knew: answered with the same receipt")
            .register(registry);
  }

  void registerGauges(@Observes StartupEvent event, BoundedLog log, SlotDirectory directory) {
    Gauge.builder("exchange.ingest.in.flight", log, BoundedLog::inFlight)
        .description("Requests that wait for the log's acknowledgement")
        .register(registry);
    Gauge.builder("exchange.ingest.open.slots", directory, SlotDirectory::openSlots)
        .description("Slots without a close marker, as this node knows them")
        .register(registry);
    Gauge.builder("exchange.ingest.open.bids", directory, SlotDirectory::openBids)
        .description("Records of bids in open slots, as this node has read them")
        .register(registry);
  }

  @Override
  public void bidAccepted() {
    accepted.increment();
    usage.add(Count.BIDS_ACKNOWLEDGED, 1);
  }

  @Override
  public void bidRepeated() {
    repeated.increment();
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.computeIfAbsent(refusal.code(), this::refusals).increment();
    if (refusal instanceof Refusal.Overloaded overloaded) {
      shed.computeIfAbsent(overloaded.bound(), this::shed).increment();
    }
  }

  private Counter refusals(String code) {
    return Counter.builder("exchange.ingest.bids.refused")
        .description("Bids that were refused, by the reason's code")
        .tag("code", code)
        .register(registry);
  }

  private Counter shed(String bound) {
    return Counter.builder("exchange.ingest.overloaded")
        .description("Requests that were refused as OVERLOADED, by the bound that was reached")
        .tag("bound", bound.replace(' ', '_'))
        .register(registry);
  }
}
