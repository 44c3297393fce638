package io.quantedge.settlement.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.metric.SettlementMetric;
import io.quantedge.settlement.application.SlotMeter;
import io.quantedge.settlement.application.SlotStore.Result;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/** Counts what is undone for Prometheus, from zero on, or nobody saw the first. Thread-safe. */
@Startup
@Singleton
class MicrometerSlotMeter implements SlotMeter {
  private final Counter voided;
  private final Counter repeated;
  private final Counter refused;

  MicrometerSlotMeter(MeterRegistry registry) {
    this.voided = counter(registry, "voided");
    this.repeated = counter(registry, "repeated");
    this.refused = counter(registry, "refused");
  }

  @Override
  public void annulled(Result result, Finding finding) {
    boolean recorded = result instanceof Result.Recorded;
    Counter counter = finding == Finding.COMMITTED ? voided : repeated;
    (recorded ? counter : refused).increment();
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder(SettlementMetric.VOIDS.meterName())
        .description(SettlementMetric.VOIDS.description())
        .tag("result", result)
        .register(registry);
  }
}
