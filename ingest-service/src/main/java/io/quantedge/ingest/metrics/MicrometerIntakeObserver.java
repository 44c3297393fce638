package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.metric.IngestMetric;
import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Counts the answers of intake. Thread-safe. */
@Singleton
class MicrometerIntakeObserver implements IntakeObserver {
  private static final List<String> NOT_THE_BIDDERS_FAULT =
      List.of("OVERLOADED", "LOG_UNAVAILABLE", "STORE_UNAVAILABLE", "ACCOUNT_RATE_EXCEEDED");

  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter repeated;
  private final Counter failed;
  private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
  private final Map<String, Counter> shed = new ConcurrentHashMap<>();

  MicrometerIntakeObserver(MeterRegistry registry) {
    this.registry = registry;
    this.accepted = counter(IngestMetric.BIDS_ACCEPTED).register(registry);
    this.repeated = counter(IngestMetric.BIDS_REPEATED).register(registry);
    this.failed = counter(IngestMetric.BIDS_FAILED).register(registry);
    // A rate cannot see the first of its kind unless the counter stood at zero before.
    NOT_THE_BIDDERS_FAULT.forEach(code -> refusals.put(code, refusals(code)));
  }

  void registerGauges(@Observes StartupEvent event, BoundedLog log, SlotDirectory directory) {
    gauge(IngestMetric.IN_FLIGHT, log, BoundedLog::inFlight);
    gauge(IngestMetric.OPEN_SLOTS, directory, SlotDirectory::openSlots);
    gauge(IngestMetric.OPEN_BIDS, directory, SlotDirectory::openBids);
  }

  @Override
  public void bidAccepted() {
    accepted.increment();
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

  @Override
  public void failed() {
    failed.increment();
  }

  private Counter refusals(String code) {
    return counter(IngestMetric.BIDS_REFUSED).tag("code", code).register(registry);
  }

  private Counter shed(String bound) {
    return counter(IngestMetric.OVERLOADED)
        .tag("bound", bound.replace(' ', '_'))
        .register(registry);
  }

  private <T> void gauge(IngestMetric metric, T source, ToDoubleFunction<T> figure) {
    Gauge.builder(metric.meterName(), source, figure)
        .description(metric.description())
        .register(registry);
  }

  private static Counter.Builder counter(IngestMetric metric) {
    return Counter.builder(metric.meterName()).description(metric.description());
  }
}
