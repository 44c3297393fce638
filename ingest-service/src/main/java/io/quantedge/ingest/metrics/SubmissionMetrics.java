package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.metric.IngestMetric;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what happens to submissions over Kafka. Thread-safe. */
@Singleton
public class SubmissionMetrics {
  private final Counter read;
  private final Counter rejected;
  private final Counter putOff;
  private final AtomicInteger underWay = new AtomicInteger();

  public SubmissionMetrics(MeterRegistry registry) {
    read = counter(registry, IngestMetric.SUBMISSIONS_READ);
    rejected = counter(registry, IngestMetric.SUBMISSIONS_REJECTED);
    putOff = counter(registry, IngestMetric.SUBMISSIONS_PUT_OFF);
    IngestMetric waiting = IngestMetric.SUBMISSIONS_UNDER_WAY;
    Gauge.builder(waiting.meterName(), underWay, AtomicInteger::get)
        .description(waiting.description())
        .register(registry);
  }

  /** One was read. */
  public void read() {
    read.increment();
  }

  /** One was rejected. */
  public void rejected() {
    rejected.increment();
  }

  /** One attempt was in vain and will be repeated. */
  public void putOff() {
    putOff.increment();
  }

  /** So many are on their way. */
  public void underWay(int count) {
    underWay.set(count);
  }

  private static Counter counter(MeterRegistry registry, IngestMetric metric) {
    return Counter.builder(metric.meterName()).description(metric.description()).register(registry);
  }
}
